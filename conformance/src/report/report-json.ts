import { readFileSync } from "node:fs";
import { ThimbleError } from "@thimble/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Report } from "./report.ts";

/** The file's form, in JSON Schema. */
const schema: object = JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8"));

/** JSON has no such numbers, and a kernel may well give one. */
const SPECIAL: ReadonlyMap<unknown, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** What may be such a number: `"NaN"` anywhere else is a text. */
const NUMBERS: readonly string[] = ["expected", "actual", "largest", "largestDifference"];

/** A report as the text of a file. */
export const stringifyReport = (report: Report): string =>
  `${JSON.stringify(report, (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value))}\n`;

const invalid = (name: string, reason: string): ThimbleError =>
  new ThimbleError("OPTION_INVALID", `${name} is no report that this suite reads: ${reason}`);

/**
 * Reads a report.
 *
 * @param name what to call it in errors
 * @throws ThimbleError `OPTION_INVALID` for what is no report, saying where
 */
export function parseReport(text: string, name: string): Report {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch (cause) {
    throw invalid(name, (cause as Error).message);
  }
  const ajv = new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true });
  if (!ajv.validate(schema, report)) {
    const [{ instancePath, message } = {}] = ajv.errors ?? [];
    throw invalid(name, `${instancePath || "the document"} ${message}`);
  }
  return JSON.parse(text, (key, value) => (NUMBERS.includes(key) ? (SPECIAL.get(value) ?? value) : value));
}
