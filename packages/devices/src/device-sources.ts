import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  checkFolderFlags,
  digestOf,
  type FileTree,
  type FolderFlags,
  filesOf,
  flagsOfFolders,
  headerFolders,
  type IncludedSources,
  readIncluded,
  readTree,
} from "@thimble/pack-kit";
import type { Target } from "./target.ts";

/** A source to be compiled. */
export interface Unit {
  /** Where it is; for one that is generated, its name. */
  readonly path: string;
  readonly isGenerated?: boolean;
  readonly content: Uint8Array;
  readonly flags: readonly string[];
}

/** All that a program is made of. */
export interface DeviceSources {
  readonly units: readonly Unit[];
  /** Folders in which headers are looked for. */
  readonly includes: readonly string[];
  /** Digest of the paths and contents of all headers: what objects depend on besides their source. */
  readonly headers: string;
}

const RUNNER = fileURLToPath(new URL("../runner", import.meta.url));

/** Where everything lies in a target's memory, for the linker. */
export const LINKER_SCRIPT: string = join(RUNNER, "link.ld");

const isSource = (name: string): boolean => /\.[cS]$/.test(name);

function runnerUnits({ runner }: Target): readonly Unit[] {
  return [".", ...runner].flatMap((folder) => {
    const directory = join(RUNNER, folder);
    const names = readdirSync(directory).filter(isSource).sort();
    return names.map((name) => ({
      path: join(directory, name),
      content: readFileSync(join(directory, name)),
      flags: [],
    }));
  });
}

/** A pack that is one of some kernels only, by their names: those of their symbols. */
function packOf(kernels: readonly string[]): Unit {
  const content = `#include <thimble/thimble.h>
${kernels.map((name) => `extern const thimble_kernel ${name};\n`).join("")}
static const thimble_kernel *const kernels[] = {${kernels.map((name) => `&${name}`).join(", ")}};
THIMBLE_DEFINE_PACK("", "", kernels);
`;
  return { path: "some-kernels.c", isGenerated: true, content: Buffer.from(content), flags: [] };
}

/** What a pack's sources are compiled with. */
export interface SourceSettings {
  /** Packs whose kernels are compiled too. */
  readonly included: readonly IncludedSources[];
  readonly flags: readonly string[];
  /** Default is none. */
  readonly folderFlags: FolderFlags | undefined;
  /** The only kernels; their list comes before the pack's own, and counts. Default is all. */
  readonly kernels: readonly string[] | undefined;
}

/**
 * The runner's sources for a target, and a pack's.
 *
 * @throws ThimbleError `PACK_BUILD` where flags are for a folder that has no sources
 */
export function deviceSources(
  target: Target,
  sources: string,
  { included, flags, folderFlags = {}, kernels }: SourceSettings,
): DeviceSources {
  const { abi, kit } = headerFolders();
  const includes = [abi, kit, RUNNER, sources, ...included.map((one) => one.sources)];
  const files = [
    ...filesIn(sources, readTree(sources, [".c"])),
    ...included.flatMap((one) => filesIn(one.sources, readIncluded(one, [".c"]), `${one.name}/`)),
  ];
  checkFolderFlags(
    folderFlags,
    sources,
    files.map(({ name }) => name),
  );
  const pack = files.map(({ path, content, name }) => ({
    path,
    content,
    flags: [...flags, ...flagsOfFolders(name, folderFlags)],
  }));
  const headers = digestOf(includes.flatMap((folder) => filesOf(readTree(folder, [".h"])).flat()));
  return { units: [...(kernels ? [packOf(kernels)] : []), ...runnerUnits(target), ...pack], includes, headers };
}

/** Files of a folder: where they are, and by which names the pack knows them. */
const filesIn = (folder: string, files: FileTree, prefix = "") =>
  filesOf(files).map(([path, content]) => ({ path: join(folder, path), content, name: prefix + path }));
