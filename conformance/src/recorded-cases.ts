import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseRecordedCases, type RecordedCase } from "./recorded-case.ts";

export { isWaived, waivers } from "./recorded-waivers.ts";

const folder = fileURLToPath(new URL("../cases/", import.meta.url));

/** The operators that have recorded cases in the project, by the names of their folders. */
export const operatorsWithCases: readonly string[] = readdirSync(folder)
  .filter((word) => existsSync(join(folder, word, "recorded.jsonl")))
  .sort();

/** Where an operator's recorded cases are. */
export const caseFile = (operator: string): string => join(folder, operator, "recorded.jsonl");

/** An operator's recorded cases. */
export const readCases = (operator: string): RecordedCase[] =>
  parseRecordedCases(readFileSync(caseFile(operator), "utf8"), `${operator}/recorded.jsonl`);
