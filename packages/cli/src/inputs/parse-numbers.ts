import { ThimbleError } from "@thimble/core";
import { decodeOrExplain } from "./decode-or-explain.ts";
import type { InputFile } from "./input-file.ts";

/** How deep arrays may lie in each other: far deeper than a tensor has dimensions. */
const MOST_DEEP = 64;

/** The numbers of a JSON file, flat or in nested arrays, in row-major order. */
export function parseNumbers(file: InputFile): number[] {
  const value: unknown = decodeOrExplain("JSON", file, () => JSON.parse(new TextDecoder().decode(file.bytes)));
  const numbers: number[] = [];
  gather(value, numbers, 0, file.path);
  return numbers;
}

function gather(value: unknown, numbers: number[], depth: number, path: string): void {
  if (Array.isArray(value)) {
    if (depth === MOST_DEEP) throw unfit(path, `arrays lie more than ${MOST_DEEP} deep in each other`);
    for (const element of value) gather(element, numbers, depth + 1, path);
  } else if (typeof value === "number" && Number.isFinite(value)) numbers.push(value);
  else throw unfit(path, `element ${numbers.length} is ${describe(value)}`);
}

const describe = (value: unknown): string =>
  typeof value === "string" ? JSON.stringify(value) : value instanceof Object ? "an object" : String(value);

const unfit = (path: string, reason: string): ThimbleError =>
  new ThimbleError("INPUT_TYPE", `${path}: ${reason}; the file must hold numbers, flat or in nested arrays`);
