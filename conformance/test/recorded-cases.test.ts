import { readFileSync } from "node:fs";
import { join } from "node:path";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { formatDifference, replayCase } from "../src/index.ts";
import { caseFile, operatorsWithCases, readCases } from "./cases.ts";
import { hasShared, needsShared, sharedFolder } from "./shared.ts";

function describeCases(operator: string): void {
  test.each(readCases(operator).map((recorded) => [recorded.name, recorded] as const))(
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
  for (const operator of operatorsWithCases) describeCases(operator);
});

describe.skipIf(!hasShared)(needsShared("the cases in the project are those of the shared corpus"), () => {
  test.each(operatorsWithCases)("%s", (operator) => {
    const shared = join(sharedFolder, "goldens/ops", `${operator}.jsonl`);
    expect(readFileSync(caseFile(operator), "utf8")).toBe(readFileSync(shared, "utf8"));
  });
});
