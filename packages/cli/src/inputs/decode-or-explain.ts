import { ThimbleError } from "@thimble/core";
import type { InputFile } from "./input-file.ts";

/** Runs a decoder; whatever it throws becomes an `INPUT_TYPE` that names the file. */
export function decodeOrExplain<T>(kind: string, { path }: InputFile, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    if (cause instanceof ThimbleError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ThimbleError("INPUT_TYPE", `${path} is no ${kind} file that can be read: ${reason}`, { cause });
  }
}
