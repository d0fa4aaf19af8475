import { ThimbleError } from "@thimble/core";

import * as clang from "@yowasp/clang";
import type { FileTree } from "./file-tree.ts";

/** The compiler's version: part of what a cached object depends on. */
export const compilerVersion: string = (clang as { readonly version?: string }).version ?? "unknown";

/** Loads the compiler, without a word on how far it has come. */
let loading: ReturnType<typeof clang.runLLVM> | undefined;

/** Runs one of the compiler's commands; returns the file that it wrote. */
async function run(
  name: "clang" | "wasm-ld",
  args: readonly string[],
  files: clang.Tree,
  output: string,
): Promise<Uint8Array> {
  const complaints: Uint8Array[] = [];
  loading ??= clang.runLLVM(undefined, {}, { fetchProgress: () => undefined });
  await loading;
  const command: clang.Command = clang.commands[name];
  try {
    const written = await command([...args, "-o", output], files, {
      stdout: null,
      stderr: (bytes) => void (bytes && complaints.push(bytes.slice())),
    });
    return (written as Record<string, Uint8Array>)[output]!;
  } catch {
    const said = Buffer.concat(complaints).toString().trim();
    throw new ThimbleError("PACK_BUILD", said || `${name} failed without a word`);
  }
}

/** Compiles one source of a tree into an object. */
export const compileObject = (tree: FileTree, source: string, flags: readonly string[]): Promise<Uint8Array> =>
  run("clang", [...flags, "-c", source], tree as clang.Tree, "object.o");

/** Links objects into one position-independent module. */
export function linkObjects(objects: ReadonlyMap<string, Uint8Array>, flags: readonly string[]): Promise<Uint8Array> {
  const names = [...objects.keys()].map((path) => `${path.replaceAll("/", "+")}.o`);
  const files = Object.fromEntries([...objects.values()].map((object, i) => [names[i]!, object]));
  return run("wasm-ld", [...flags, ...names], files, "module.wasm");
}
