import type { WasmPack, WasmSource } from "@thimble/abi";
import { ThimbleError } from "@thimble/schema";
import type { AnyKernel } from "../kernel.ts";
import { Memory } from "../memory.ts";
import { definePack, type LoadedPack, type Pack } from "../pack.ts";
import { chooseBuild, compilePack } from "./compile-pack.ts";
import { type KernelEntry, type Manifest, readManifest } from "./manifest.ts";
import { operatorNamed } from "./named-operator.ts";
import { contextOf } from "./open-context.ts";
import { placeModule } from "./place-module.ts";

import { wasmKernel } from "./wasm-kernel.ts";
import { STACK_BYTES, WasmSpace } from "./wasm-space.ts";
import { type WasmModule, webAssembly } from "./webassembly.ts";

const isWasmPack = (source: WasmPack | WasmSource): source is WasmPack =>
  typeof source === "object" && source !== null && "builds" in source;

/**
 * Loads a pack of C kernels: compiles it, checks what it imports and says of itself, and makes it usable by any number
 * of interpreters.
 *
 *     import wasmSimd from "@thimble/wasm-simd";
 *     const interpreter = await Interpreter.create(model, { packs: [await loadPack(wasmSimd), reference] });
 *
 * @param source what the pack's package exports, or its module: bytes, their URL or a `WebAssembly.Module`
 * @throws ThimbleError `PACK_INVALID`, `PACK_IMPORT`, `ABI_MISMATCH` or `PACK_UNSUPPORTED`
 */
export async function loadPack(source: WasmPack | WasmSource): Promise<LoadedPack> {
  const api = webAssembly();
  if (!api)
    throw new ThimbleError(
      "PACK_UNSUPPORTED",
      "this engine has no WebAssembly; use packs of TypeScript kernels, as @thimble/kernels-reference",
    );
  const id = isWasmPack(source) ? source.id : undefined;
  const name = id === undefined ? "the pack" : `pack ${id}`;
  const wasm = isWasmPack(source) ? chooseBuild(source).wasm : source;
  const module = await compilePack(api, wasm, name);
  const manifest = rehearse(module, name);
  if (id !== undefined && manifest.id !== id)
    throw new ThimbleError(
      "PACK_INVALID",
      `the package ${id} holds the module of ${manifest.id}; build the pack again, or correct its id`,
    );
  return loadedPack(module, manifest);
}

/** Places the module in a memory of its own, to see what it says. */
function rehearse(module: WasmModule, name: string): Manifest {
  const memory = wasmMemory();
  const space = new WasmSpace(memory);
  const manifest = readManifest(space, placeModule(space, module, name), name);
  definePack({ ...manifest, kernels: manifest.kernels.map((entry) => describe(entry, manifest)) as AnyKernel[] });
  memory.release();
  return manifest;
}

function wasmMemory(): Memory {
  const memory = new Memory(2 * STACK_BYTES);
  memory.reserve(STACK_BYTES - memory.reserve(0));
  return memory;
}

function describe(entry: KernelEntry, { id }: Manifest): Pick<AnyKernel, "name" | "operator" | "types" | "invoke"> {
  const operator = operatorNamed(entry.operatorName);
  if (!operator)
    throw new ThimbleError(
      "PACK_INVALID",
      `pack ${id} has the kernel ${entry.name} for ${entry.operatorName}, an operator that this host does not know; update @thimble/core`,
    );
  return { name: entry.name, operator, types: entry.types, invoke: () => undefined };
}

function loadedPack(module: WasmModule, manifest: Manifest): LoadedPack {
  const { id, version } = manifest;
  const kernels = manifest.kernels.map((entry) => {
    const { name, types, operator } = describe(entry, manifest);
    return { name, types, operator };
  });
  return { id, version, kernels, attach: (memory) => attach(module, manifest, memory) };
}

/** Places the module in an interpreter's memory, beside the packs that are there. */
function attach(module: WasmModule, { id, version }: Manifest, memory: Memory): Pack {
  const context = contextOf(memory);
  const name = `pack ${id}`;
  const { kernels } = readManifest(context.space, placeModule(context.space, module, name), name);
  return {
    id,
    version,
    kernels: kernels.map((entry) => wasmKernel(context, entry, operatorNamed(entry.operatorName)!)),
  };
}
