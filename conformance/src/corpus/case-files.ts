import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConformanceCase } from "../checks/case.ts";
import { parseRecordedCases, type RecordedCase } from "../recorded-case.ts";
import { isWaived } from "../recorded-waivers.ts";
import { parseCase, toConformanceCase } from "./case-file.ts";

/** Where the committed cases are: a folder for each operator, in it a file for each combination of types. */
export const casesFolder: string = fileURLToPath(new URL("../../cases/", import.meta.url));

const RECORDED = "recorded.jsonl";

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");

/** The words of the operators that have cases. */
export const caseWords = (): readonly string[] =>
  readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** A case that was recorded from TFLM: its inputs are the same each time, and only the last outputs count. */
export const fromRecorded = (
  word: string,
  { name, op, types, model, inputs, outputs, invocations }: RecordedCase,
): ConformanceCase => ({
  id: `${word}/${types.replaceAll("-", "none")}/tflm-${name.slice(-4)}`,
  operator: op,
  model,
  invocations: Array.from({ length: invocations }, (_, i) => ({
    inputs,
    ...(i === invocations - 1 && { outputs }),
  })),
});

function readRecorded(word: string): readonly ConformanceCase[] {
  const path = join(casesFolder, word, RECORDED);
  if (!existsSync(path)) return [];
  return parseRecordedCases(readFileSync(path, "utf8"), `${word}/${RECORDED}`)
    .filter(({ name }) => !isWaived(name))
    .map((recorded) => fromRecorded(word, recorded));
}

/** All cases of an operator, by its word: `conv_2d`. */
export function readConformanceCases(word: string): readonly ConformanceCase[] {
  const files = readdirSync(join(casesFolder, word)).filter((file) => file.endsWith(".jsonl") && file !== RECORDED);
  const written = files
    .sort()
    .flatMap((file) =>
      linesOf(readFileSync(join(casesFolder, word, file), "utf8")).map((line, i) =>
        toConformanceCase(parseCase(line, `${word}/${file}:${i + 1}`)),
      ),
    );
  return [...written, ...readRecorded(word)];
}
