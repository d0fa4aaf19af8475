import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files as the compiler sees them: a folder is an object. */
export interface FileTree {
  [name: string]: FileTree | Uint8Array;
}

/** Reads the files of a folder whose names end in one of the given ways, with their subfolders. */
export function readTree(directory: string, endings: readonly string[]): FileTree {
  const tree: FileTree = {};
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) tree[entry.name] = readTree(path, endings);
    else if (endings.some((ending) => entry.name.endsWith(ending))) tree[entry.name] = readFileSync(path);
  }
  return tree;
}

/** Every file of a tree by its path. */
export function filesOf(tree: FileTree, prefix = ""): readonly (readonly [path: string, content: Uint8Array])[] {
  return Object.entries(tree).flatMap(([name, entry]) =>
    entry instanceof Uint8Array ? [[prefix + name, entry] as const] : filesOf(entry, `${prefix}${name}/`),
  );
}

/** The tree with the files of a folder, whose path is given in its parts. */
export function withFolder(tree: FileTree, [name, ...rest]: readonly string[], files: FileTree): FileTree {
  if (name === undefined) return { ...tree, ...files };
  return { ...tree, [name]: withFolder((tree[name] as FileTree | undefined) ?? {}, rest, files) };
}
