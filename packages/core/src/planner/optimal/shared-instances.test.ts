import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PlanBuffer } from "../plan.ts";
import { verifyPlan } from "../verify.ts";
import { planOptimal } from "./index.ts";

const folder = join(import.meta.dirname, "../../../../../../shared/planner");
const isAbsent = !existsSync(folder);
const note = isAbsent ? " (skipped: ../shared, with the problems, is absent)" : "";

const CAPACITY = 1048576;

/** MiniMalloc's format: the columns id, lower, upper, size; upper is the first step at which it is not in use. */
function readProblem(letter: string): PlanBuffer[] {
  const [, ...lines] = readFileSync(join(folder, `${letter}.${CAPACITY}.csv`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [id, lower, upper, size] = line.split(",").map(Number);
    return { name: `${id}`, size: size!, firstUse: lower!, lastUse: upper! - 1 };
  });
}

describe.skipIf(isAbsent)(`MiniMalloc's problems${note}`, () => {
  // All eleven fit; the others take seconds: D and J half a minute, and no proof.
  test.each(["A", "C", "G", "I", "K"])("%s takes the most bytes in use at once", (letter) => {
    const buffers = readProblem(letter);
    const plan = planOptimal(buffers, { alignment: 1, nodes: 10_000_000 });
    verifyPlan({ planner: "optimal", buffers, ...plan });
    expect(plan.certificate).toBe("optimal");
    expect(plan.size).toBeLessThanOrEqual(CAPACITY);
  });
});
