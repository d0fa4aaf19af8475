import { parseRecordedCase, type RecordedCase } from "@thimble/conformance";
import { ThimbleError } from "@thimble/core";
import { fileError } from "../file-error.ts";
import { readLines } from "./read-lines.ts";

/** A case and how many bytes of its file were read for it. */
export interface ReadCase {
  readonly recorded: RecordedCase;
  readonly bytes: number;
}

/**
 * Reads the cases of a file line by line: one at a time is in memory.
 *
 * @throws ThimbleError `OPTION_INVALID` when a line is no case, or when there are none: a file that lost its cases
 * would pass.
 */
export async function* readCases(path: string): AsyncGenerator<ReadCase> {
  let isEmpty = true;
  try {
    for await (const { text, number, bytes } of readLines(path)) {
      if (text.trim() === "") continue;
      isEmpty = false;
      yield { recorded: parseRecordedCase(text, `${path}:${number}`), bytes };
    }
  } catch (error) {
    throw fileError("cannot read", path, error);
  }
  if (isEmpty) throw new ThimbleError("OPTION_INVALID", `${path} holds no cases; a case file holds one case a line`);
}
