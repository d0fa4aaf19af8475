import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder, for as long as it is needed. */
export const makeTemporaryFolder = (): string => mkdtempSync(join(tmpdir(), "thimble-device-"));

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Does something with a folder that is gone afterwards. */
export async function inTemporaryFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = makeTemporaryFolder();
  try {
    return await act(folder);
  } finally {
    removeFolder(folder);
  }
}
