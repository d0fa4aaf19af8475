import { type FileHandle, open } from "node:fs/promises";
import { parseRecordedCase, type RecordedCase } from "@thimble/conformance";
import { fileError } from "../file-error.ts";

/** A case and how many bytes of its file were read for it. */
export interface ReadCase {
  readonly recorded: RecordedCase;
  readonly bytes: number;
}

/** Reads the cases of a file line by line: one at a time is in memory. */
export async function* readCases(path: string): AsyncGenerator<ReadCase> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    let number = 0;
    for await (const line of file.readLines()) {
      number++;
      if (line.trim() !== "") yield { recorded: parseRecordedCase(line, `${path}:${number}`), bytes: line.length + 1 };
    }
  } catch (error) {
    throw fileError("cannot read", path, error);
  } finally {
    await file?.close();
  }
}
