import { ThimbleError } from "@thimble/core";
import { decodeOrExplain } from "./decode-or-explain.ts";
import type { InputFile } from "./input-file.ts";

/** The numbers of a JSON file, flat or in nested arrays, in row-major order. */
export function parseNumbers(file: InputFile): number[] {
  const value: unknown = decodeOrExplain("JSON", file, () => JSON.parse(new TextDecoder().decode(file.bytes)));
  const numbers = [value].flat(Number.POSITIVE_INFINITY);
  const stranger = numbers.findIndex((element) => typeof element !== "number");
  if (stranger >= 0)
    throw new ThimbleError(
      "INPUT_TYPE",
      `${file.path}: element ${stranger} is ${JSON.stringify(numbers[stranger])}; the file must hold numbers, flat or in nested arrays`,
    );
  return numbers as number[];
}
