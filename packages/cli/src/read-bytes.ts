import { readFile, stat } from "node:fs/promises";
import { ThimbleError, type ThimbleErrorCode } from "@thimble/core";
import { fileError } from "./file-error.ts";

/** The largest file that is read: Node holds no larger one in memory at once. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Reads a whole file.
 *
 * @param tooLarge the code of the `ThimbleError` for a file of 2 GiB or more
 * @throws UsageError when the file cannot be read.
 */
export async function readBytes(path: string, tooLarge: ThimbleErrorCode): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new ThimbleError(tooLarge, `${path} has ${size} bytes, files must be under 2 GiB`);
    const { buffer, byteOffset, length } = await readFile(path);
    // A Buffer is a Uint8Array whose slice does not copy: nobody should have to know.
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    throw fileError("cannot read", path, error);
  }
}
