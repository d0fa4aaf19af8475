import type { WasmBuild, WasmPack, WasmSource } from "@thimble/abi";
import { bytesOf, kindOf, ThimbleError } from "@thimble/schema";
import { reasonOf } from "../reason-of.ts";
import { hasFeature } from "./engine-features.ts";
import { readBytes } from "./read-bytes.ts";
import type { WasmModule, WebAssemblyApi } from "./webassembly.ts";

const invalid = (message: string, cause?: unknown): ThimbleError =>
  new ThimbleError("PACK_INVALID", message, cause === undefined ? undefined : { cause });

/** The first build whose features the engine has. */
export function chooseBuild({ id, builds }: WasmPack): WasmBuild {
  const build = builds.find(({ features = [] }) => features.every((feature) => hasFeature(feature)));
  if (build) return build;
  const wanted = builds.map(({ features = [] }) => features.join(" and ")).join("; or ");
  throw new ThimbleError(
    "PACK_UNSUPPORTED",
    `${id} has no build for this engine: it needs ${wanted}; use a newer engine, or another pack`,
  );
}

/** Compiles what a pack gives: bytes, their address, or a compiled module. */
export async function compilePack(api: WebAssemblyApi, source: WasmSource, name: string): Promise<WasmModule> {
  if (source instanceof api.Module) return source;
  const bytes = bytesOf(source as Uint8Array) ?? (await read(source, name));
  if (bytes.length < 8 || bytes[0] !== 0 || bytes[1] !== 0x61 || bytes[2] !== 0x73 || bytes[3] !== 0x6d)
    throw invalid(`${name} is no WebAssembly: its ${bytes.length} bytes do not begin with "\\0asm"`);
  try {
    return await api.compile(bytes);
  } catch (cause) {
    throw invalid(`${name} is damaged or cut off, or needs what this engine does not have: ${reasonOf(cause)}`, cause);
  }
}

async function read(source: WasmSource, name: string): Promise<Uint8Array> {
  const href = typeof source === "string" ? source : (source as { href?: unknown } | undefined)?.href;
  if (typeof href !== "string")
    throw invalid(
      `${name} is given as ${kindOf(source)}; pass its bytes, its URL or a WebAssembly.Module (kernels in TypeScript need no loading)`,
    );
  try {
    return await readBytes(href);
  } catch (cause) {
    throw invalid(`${name} cannot be read from ${href}: ${reasonOf(cause)}`, cause);
  }
}
