import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { ThimbleError } from "@thimble/core";
import { type FileTree, readTree } from "./file-tree.ts";

/** The C of another pack that a pack is built with. */
export interface IncludedSources {
  /** Its package's name. */
  readonly name: string;
  /** Its folder of sources, which is on the include path: its list of kernels is a header there. */
  readonly sources: string;
}

/** Where the list of a pack's kernels becomes a pack. */
const PACK = "pack.c";

/** The files of an included pack whose names end in one of the given ways: all but the one that makes it a pack. */
export function readIncluded({ sources }: IncludedSources, endings: readonly string[]): FileTree {
  const { [PACK]: _, ...files } = readTree(sources, endings);
  return files;
}

/**
 * Finds the sources of the packages that a pack includes, as they are installed for its package.
 *
 * @throws ThimbleError `PACK_BUILD` for a package that is not there, or that is no pack
 */
export const findIncluded = (directory: string, names: readonly string[]): readonly IncludedSources[] =>
  names.map((name) => ({ name, sources: sourcesOf(directory, name) }));

function sourcesOf(directory: string, name: string): string {
  const wrong = (message: string, cause?: unknown) =>
    new ThimbleError("PACK_BUILD", `${join(directory, "package.json")} includes "${name}", which ${message}`, {
      cause,
    });
  let path: string;
  try {
    path = createRequire(resolve(directory, "package.json")).resolve(`${name}/package.json`);
  } catch (cause) {
    throw wrong("is not installed, or does not export its package.json; install it", cause);
  }
  const pack: { readonly sources?: string } | undefined = JSON.parse(readFileSync(path, "utf8")).thimble?.pack;
  if (!pack) throw wrong("is no pack: its package.json has no thimble.pack");
  return join(dirname(path), pack.sources ?? "kernels");
}
