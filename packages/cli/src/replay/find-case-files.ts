import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileError } from "../file-error.ts";
import { UsageError } from "../usage-error.ts";

/** A file of recorded cases. */
export interface CaseFile {
  readonly path: string;
  readonly size: number;
}

/** The files that a command line names: files as they are, for a folder all `.jsonl` in it, by name. */
export async function findCaseFiles(paths: readonly string[]): Promise<CaseFile[]> {
  const found = await Promise.all(paths.map(findIn));
  return found.flat();
}

async function findIn(path: string): Promise<CaseFile[]> {
  try {
    const stats = await stat(path);
    if (!stats.isDirectory()) return [{ path, size: stats.size }];
    const names = (await readdir(path, { recursive: true })).filter((name) => name.endsWith(".jsonl")).sort();
    if (names.length === 0) throw new UsageError(`there are no .jsonl files in ${path}`);
    return await Promise.all(
      names.map(async (name) => ({ path: join(path, name), size: (await stat(join(path, name))).size })),
    );
  } catch (error) {
    throw fileError("cannot read", path, error);
  }
}
