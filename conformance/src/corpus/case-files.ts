import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConformanceCase } from "../checks/case.ts";
import { parseRecordedCase, type RecordedCase } from "../recorded-case.ts";
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

/** A line of a case file, and the id of its case. */
interface CaseLine {
  readonly id: string;
  readonly word: string;
  readonly text: string;
  /** `conv_2d/s8.jsonl:3` */
  readonly where: string;
  readonly isRecorded: boolean;
}

/** The id of a case that was recorded from TFLM. */
const recordedId = (word: string, name: string, types: string): string =>
  `${word}/${types.replaceAll("-", "none")}/tflm-${name.slice(-4)}`;

/** An id is the first thing in a line, or made of the first things: nothing else is read to find a case. */
function idOf(line: string, word: string, isRecorded: boolean): string {
  if (!isRecorded) return /^\{"id":"([^"]+)"/.exec(line)?.[1] ?? "";
  const [, name = "", types = ""] = /^\{"name":"([^"]+)","op":"[^"]+","types":"([^"]*)"/.exec(line) ?? [];
  return isWaived(name) ? "" : recordedId(word, name, types);
}

/** The lines of all cases of an operator; recorded ones come last. */
function caseLines(word: string): readonly CaseLine[] {
  const files = readdirSync(join(casesFolder, word)).filter((file) => file.endsWith(".jsonl"));
  const order = [...files.filter((file) => file !== RECORDED).sort(), ...files.filter((file) => file === RECORDED)];
  return order.flatMap((file) => {
    const isRecorded = file === RECORDED;
    return linesOf(readFileSync(join(casesFolder, word, file), "utf8"))
      .map((text, i) => ({
        id: idOf(text, word, isRecorded),
        word,
        text,
        where: `${word}/${file}:${i + 1}`,
        isRecorded,
      }))
      .filter(({ id }) => id !== "");
  });
}

const read = ({ id, text, where, isRecorded }: CaseLine): ConformanceCase =>
  isRecorded ? fromRecorded(id, parseRecordedCase(text, where)) : toConformanceCase(parseCase(text, where));

/** A recorded case has the same inputs each time, and only the last outputs count. */
const fromRecorded = (id: string, { op, model, inputs, outputs, invocations }: RecordedCase): ConformanceCase => ({
  id,
  operator: op,
  model,
  invocations: Array.from({ length: invocations }, (_, i) => ({
    inputs,
    ...(i === invocations - 1 && { outputs }),
  })),
});

/** The ids of all cases of an operator, by its word: `conv_2d`. */
export const readCaseIds = (word: string): readonly string[] => caseLines(word).map(({ id }) => id);

/** Cases of an operator: those of some ids, or all. */
export const readConformanceCases = (word: string, ids?: ReadonlySet<string>): readonly ConformanceCase[] =>
  caseLines(word)
    .filter(({ id }) => ids?.has(id) ?? true)
    .map(read);
