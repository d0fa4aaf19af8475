import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { formatDifference, parseRecordedCases, replayCase } from "../src/index.ts";
import { hasShared, needsShared, sharedFolder } from "./shared.ts";

const casesFolder = fileURLToPath(new URL("../cases/", import.meta.url));
const operators = readdirSync(casesFolder);

function describeCases(operator: string, file: string): void {
  test.each(parseRecordedCases(readFileSync(file, "utf8"), file).map((recorded) => [recorded.name, recorded] as const))(
    `${operator}: %s`,
    async (_, recorded) => {
      const result = await replayCase(recorded, { packs: [reference] });
      expect(result.status === "differs" ? formatDifference(result.difference) : result).toMatchObject({
        status: "passed",
      });
    },
  );
}

describe("the reference kernels give the recorded outputs", () => {
  for (const operator of operators) describeCases(operator, join(casesFolder, operator, "recorded.jsonl"));
});

describe.skipIf(!hasShared)(needsShared("the cases in the project are those of the shared corpus"), () => {
  test.each(operators)("%s", (operator) => {
    const shared = join(sharedFolder, "goldens/ops", `${operator}.jsonl`);
    expect(existsSync(shared)).toBe(true);
    expect(readFileSync(join(casesFolder, operator, "recorded.jsonl"), "utf8")).toBe(readFileSync(shared, "utf8"));
  });
});
