import { ThimbleError } from "@thimble/core";
import { decodeBase64 } from "./base64.ts";

/** A model with inputs and the outputs that the reference gave for them. */
export interface RecordedCase {
  /** Permanent and unique. */
  readonly name: string;
  /** The operator the case is about: `CONV_2D`. */
  readonly op: string;
  /** Element types, inputs first, for people to read. */
  readonly types: string;
  /** How often to invoke, with the same inputs each time; the last outputs count. */
  readonly invocations: number;
  readonly model: Uint8Array;
  readonly inputs: readonly Uint8Array[];
  readonly outputs: readonly Uint8Array[];
}

const invalid = (where: string, message: string): ThimbleError =>
  new ThimbleError(
    "OPTION_INVALID",
    `${where}: ${message}; a case is { name, op, types, invocations, model, inputs, outputs } with base64 bytes`,
  );

function decode(text: unknown, where: string): Uint8Array {
  if (typeof text !== "string") throw invalid(where, "bytes are no base64 string");
  try {
    return decodeBase64(text);
  } catch (cause) {
    throw new ThimbleError("OPTION_INVALID", `${where}: bytes are no valid base64`, { cause });
  }
}

const decodeAll = (list: unknown, where: string): Uint8Array[] => {
  if (!Array.isArray(list)) throw invalid(where, "inputs and outputs must be lists");
  return list.map((item) => decode(item, where));
};

/**
 * Parses one line of a case file.
 *
 * @param where what to call the line in errors: `conv_2d.jsonl:3`
 * @throws ThimbleError `OPTION_INVALID` when the line is no case.
 */
export function parseRecordedCase(line: string, where: string): RecordedCase {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ThimbleError(
      "OPTION_INVALID",
      `${where}: the line is no JSON; a case file holds one JSON object a line`,
      { cause },
    );
  }
  const { name, op, types = "", invocations = 1 } = value ?? {};
  if (typeof name !== "string" || typeof op !== "string") throw invalid(where, "name or op is missing");
  if (!Number.isInteger(invocations) || (invocations as number) < 1)
    throw invalid(where, `invocations is ${invocations}`);
  return {
    name,
    op,
    types: String(types),
    invocations: invocations as number,
    model: decode(value.model, where),
    inputs: decodeAll(value.inputs, where),
    outputs: decodeAll(value.outputs, where),
  };
}

/** Parses a whole case file. */
export const parseRecordedCases = (text: string, file: string): RecordedCase[] =>
  text
    .split("\n")
    .map((line, i) => ({ line, where: `${file}:${i + 1}` }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, where }) => parseRecordedCase(line, where));
