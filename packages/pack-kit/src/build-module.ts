import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WasmFeature } from "@thimble/abi";
import { ThimbleError } from "@thimble/core";
import { Cache, digestOf } from "./cache.ts";
import { compileObject, compilerVersion, linkObjects } from "./compiler.ts";
import { type FileTree, filesOf, readTree } from "./file-tree.ts";

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
  "--unresolved-symbols=report-all",
];

/** The headers that every pack sees: the contract's, and this kit's helpers. */
function headers(): { readonly abi: FileTree; readonly kit: FileTree } {
  const abi = dirname(createRequire(import.meta.url).resolve("@thimble/abi/package.json"));
  return {
    abi: readTree(join(abi, "include"), [".h"]),
    kit: readTree(fileURLToPath(new URL("../include", import.meta.url)), [".h"]),
  };
}

const flagsOf = ({ id, version, features = [], flags = [] }: ModuleDescription): readonly string[] => [
  ...BASE_FLAGS,
  ...features.flatMap((feature) => FEATURE_FLAGS[feature]),
  `-DTHIMBLE_PACK_ID="${id}"`,
  `-DTHIMBLE_PACK_VERSION="${version}"`,
  ...flags,
];

/**
 * Compiles a pack's C and links it into one position-independent WebAssembly module. The same sources, flags and
 * compiler give the same bytes.
 *
 * @throws ThimbleError `PACK_BUILD` with what the compiler or the linker said
 */
export async function buildModule(description: ModuleDescription): Promise<Uint8Array> {
  const pack = readTree(description.sources, [".c", ".h"]);
  const tree: FileTree = { ...headers(), pack };
  const sources = filesOf(pack, "pack/").filter(([path]) => path.endsWith(".c"));
  if (sources.length === 0)
    throw new ThimbleError("PACK_BUILD", `there is no .c file in ${description.sources}; put the pack's kernels there`);
  const cache = description.cache === undefined ? undefined : new Cache(description.cache);
  const keep = (parts: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>) =>
    cache ? cache.get(digestOf(parts), make) : make();
  const flags = flagsOf(description);
  const environment = [
    compilerVersion,
    ...flags,
    ...filesOf(tree)
      .filter(([path]) => path.endsWith(".h"))
      .flat(),
  ];
  const everything = [...environment, ...LINK_FLAGS, ...sources.flat()];
  return keep(["module", ...everything], async () => {
    const objects = new Map<string, Uint8Array>();
    for (const [path, content] of sources)
      objects.set(path, await keep(["object", ...environment, path, content], () => compileObject(tree, path, flags)));
    return linkObjects(objects, LINK_FLAGS);
  });
}
