import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasShared, needsShared, sharedFolder } from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { formatDifference, type RecordedCase, replayCase } from "../src/index.ts";
import { caseFile, isWaived, operatorsWithCases, readCases, waivers } from "../src/recorded-cases.ts";

async function expectRecorded(recorded: RecordedCase): Promise<void> {
  const result = await replayCase(recorded, { packs: [reference] });
  expect(result.status === "differs" ? formatDifference(result.difference) : result).toMatchObject({
    status: "passed",
  });
}

function describeCases(operator: string): void {
  for (const recorded of readCases(operator)) {
    const title = `${operator}: ${recorded.name}`;
    if (isWaived(recorded.name)) test.fails(`${title} (waived)`, () => expectRecorded(recorded));
    else test(title, () => expectRecorded(recorded));
  }
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

test("every waiver is about a case there is", () => {
  const names = new Set(operatorsWithCases.flatMap(readCases).map(({ name }) => name));
  for (const waiver of waivers) expect(names).toContain(waiver.case);
});
