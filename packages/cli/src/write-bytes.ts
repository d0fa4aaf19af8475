import { renameSync, rmSync, writeFileSync } from "node:fs";
import { fileError } from "./file-error.ts";

/** Writes a text as UTF-8, whole or not at all. */
export const writeText = (path: string, text: string): void => writeBytes(path, new TextEncoder().encode(text));

/** Writes a file whole or not at all: under another name first, which then takes the place of the old file. */
export function writeBytes(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileError("cannot write", path, error);
  }
}
