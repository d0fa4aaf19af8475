import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WasmFeature } from "@thimble/abi";
import { ThimbleError } from "@thimble/core";
import { Cache, digestOf } from "./cache.ts";
import { compileObject, compilerVersion, linkObjects } from "./compiler.ts";
import { type FileTree, filesOf, readTree, withFolder } from "./file-tree.ts";
import { checkFolderFlags, type FolderFlags, flagsOfFolders } from "./folder-flags.ts";
import { type IncludedSources, readIncluded } from "./included-sources.ts";
import { compactRelocations } from "./relocations/compact-relocations.ts";

/** One module to be built from a folder of C. */
export interface ModuleDescription {
  /** The package's name, which the module states as its id. */
  readonly id: string;
  readonly version: string;
  /** The folder with the pack's sources: every `.c` in it is compiled, and it is on the include path. */
  readonly sources: string;
  /** What the module may use beyond plain WebAssembly. Default is nothing. */
  readonly features?: readonly WasmFeature[];
  /** Further compiler flags. Default is none. */
  readonly flags?: readonly string[];
  /**
   * Still further flags for the sources in a folder, by its path in `sources`, or of an included pack, by its name.
   * Default is none.
   */
  readonly folderFlags?: FolderFlags;
  /** Packs whose kernels are compiled too. Default is none. */
  readonly included?: readonly IncludedSources[];
  /** Where compiled objects are kept. Default is to keep none. */
  readonly cache?: string;
}

const BASE_FLAGS: readonly string[] = [
  "--target=wasm32",
  "-std=c11",
  "-O3",
  "-fPIC",
  "-fvisibility=hidden",
  "-ffreestanding",
  "-nostdlib",
  "-fno-math-errno",
  "-ffp-contract=off",
  "-mbulk-memory",
  "-mnontrapping-fptoint",
  "-msign-ext",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-Iabi",
  "-Ikit",
  "-Ipack",
];

const FEATURE_FLAGS: Readonly<Record<WasmFeature, readonly string[]>> = {
  simd128: ["-msimd128"],
  "relaxed-simd": ["-mrelaxed-simd"],
  // The compiler has no name for what an instruction gives: sources ask for the macro.
  "relaxed-dot-s8u8": ["-mrelaxed-simd", "-DTHIMBLE_RELAXED_DOT_S8U8"],
};

/** The features that a build may have. */
export const FEATURES: readonly string[] = Object.keys(FEATURE_FLAGS);

const LINK_FLAGS: readonly string[] = [
  "--experimental-pic",
  "-shared",
  "--no-entry",
  "--gc-sections",
  "--strip-all",
  "--compress-relocations",
  "-O2",
  "--unresolved-symbols=report-all",
];

/** Where the headers are that every pack sees: the contract's, and this kit's helpers. */
export function headerFolders(): { readonly abi: string; readonly kit: string } {
  const abi = dirname(createRequire(import.meta.url).resolve("@thimble/abi/package.json"));
  return { abi: join(abi, "include"), kit: fileURLToPath(new URL("../include", import.meta.url)) };
}

function sharedHeaders(): { readonly abi: FileTree; readonly kit: FileTree } {
  const { abi, kit } = headerFolders();
  return { abi: readTree(abi, [".h"]), kit: readTree(kit, [".h"]) };
}

const flagsOf = ({ id, version, features = [], flags = [], included = [] }: ModuleDescription): readonly string[] => [
  ...BASE_FLAGS,
  ...included.map(({ name }) => `-I${ROOT}${name}`),
  ...features.flatMap((feature) => FEATURE_FLAGS[feature]),
  `-DTHIMBLE_PACK_ID="${id}"`,
  `-DTHIMBLE_PACK_VERSION="${version}"`,
  ...flags,
];

/** Where a pack's sources are for the compiler. */
const ROOT = "pack/";

/** A pack's files. An included pack is a folder by its name. */
function packTree({ sources, included = [] }: ModuleDescription): FileTree {
  const endings = [".c", ".h"];
  return included.reduce(
    (tree, one) => withFolder(tree, one.name.split("/"), readIncluded(one, endings)),
    readTree(sources, endings),
  );
}

/**
 * Compiles a pack's C and links it into one position-independent WebAssembly module. The same sources, flags and
 * compiler give the same bytes.
 *
 * @throws ThimbleError `PACK_BUILD` with what the compiler or the linker said
 */
export async function buildModule(description: ModuleDescription): Promise<Uint8Array> {
  const { folderFlags = {} } = description;
  const pack = packTree(description);
  const tree: FileTree = { ...sharedHeaders(), pack };
  const sources = filesOf(pack).filter(([path]) => path.endsWith(".c"));
  if (sources.length === 0)
    throw new ThimbleError("PACK_BUILD", `there is no .c file in ${description.sources}; put the pack's kernels there`);
  checkFolderFlags(
    folderFlags,
    description.sources,
    sources.map(([path]) => path),
  );
  const cache = description.cache === undefined ? undefined : new Cache(description.cache);
  const keep = (parts: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>) =>
    cache ? cache.get(digestOf(parts), make) : make();
  const flags = flagsOf(description);
  const headers = filesOf(tree).filter(([path]) => path.endsWith(".h"));
  const environment = [compilerVersion, digestOf(headers.flat())];
  const units = sources.map(([path, content]) => ({
    path: ROOT + path,
    content,
    flags: [...flags, ...flagsOfFolders(path, folderFlags)],
  }));
  const partsOf = ({ path, content, flags }: (typeof units)[number]) => [...flags, path, content];
  const linked = await keep(["module", ...environment, ...LINK_FLAGS, ...units.flatMap(partsOf)], async () => {
    const objects = new Map<string, Uint8Array>();
    for (const unit of units) {
      const compile = () => compileObject(tree, unit.path, unit.flags);
      objects.set(unit.path, await keep(["object", ...environment, ...partsOf(unit)], compile));
    }
    return linkObjects(objects, LINK_FLAGS);
  });
  return compactRelocations(linked);
}
