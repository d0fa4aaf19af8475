import { ThimbleError } from "@thimble/core";

/**
 * Compiler flags by folder: `{ arithmetic: ["-O3"], "arithmetic/pool.c": ["-Os"] }`. A folder is a path in the pack's
 * sources, that of one source too, or an included pack's name. Later ones come behind.
 */
export type FolderFlags = Readonly<Record<string, readonly string[]>>;

const isIn = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** What a source is compiled with because of the folders that it is in, by its path in the pack. */
export const flagsOfFolders = (path: string, folders: FolderFlags): readonly string[] =>
  Object.entries(folders).flatMap(([folder, flags]) => (isIn(folder, path) ? flags : []));

/**
 * Checks that every folder that has flags has sources.
 *
 * @param sources where the pack's sources are, for the message
 * @param paths of the sources in the pack
 * @throws ThimbleError `PACK_BUILD` naming the folder that has none
 */
export function checkFolderFlags(folders: FolderFlags, sources: string, paths: readonly string[]): void {
  for (const folder of Object.keys(folders))
    if (!paths.some((path) => isIn(folder, path)))
      throw new ThimbleError(
        "PACK_BUILD",
        `folderFlags has flags for "${folder}", but ${sources}/${folder} is no .c file, nor a folder with one`,
      );
}
