import type { WasmPack, WasmSource } from "@thimble/abi";
import { ThimbleError } from "@thimble/schema";
import { Memory } from "../memory.ts";
import type { Operator } from "../operator.ts";
import { type LoadedPack, requireOwnNames } from "../pack.ts";
import { checkModule } from "./check-module.ts";
import { chooseBuild, compilePack } from "./compile-pack.ts";
import { type DylinkInfo, readDylink } from "./dylink.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { operatorsNamed } from "./named-operator.ts";
import { contextOf } from "./open-context.ts";
import { checkVersion, placeModule } from "./place-module.ts";
import { wasmKernel } from "./wasm-kernel.ts";
import { reserveStack, STACK_BYTES, WasmSpace } from "./wasm-space.ts";
import { type WasmModule, type WebAssemblyApi, webAssembly } from "./webassembly.ts";

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
  const checked = await checkPack(api, module, name);
  const { manifest } = checked;
  if (id !== undefined && manifest.id !== id)
    throw new ThimbleError(
      "PACK_INVALID",
      `the package ${id} holds the module of ${manifest.id}; build the pack again, or correct its id`,
    );
  return loadedPack(checked);
}

/** A module that was checked, what it needs and what it says of itself. */
interface CheckedModule {
  readonly module: WasmModule;
  readonly needs: DylinkInfo;
  readonly manifest: Manifest;
  /** The operators of the manifest's kernels. */
  readonly operators: readonly Operator[];
}

/** Checks a module, and places it in a memory of its own to see what it says. */
async function checkPack(api: WebAssemblyApi, module: WasmModule, name: string): Promise<CheckedModule> {
  checkModule(api, module, name);
  const needs = readDylink(api, module, name);
  const memory = new Memory(2 * STACK_BYTES);
  reserveStack(memory);
  const space = new WasmSpace(memory);
  const placed = placeModule(space, module, needs, name);
  checkVersion(placed, name);
  const manifest = readManifest(space, placed, name);
  requireOwnNames({ id: manifest.id, kernels: manifest.kernels.map(({ description }) => description) });
  memory.release();
  return { module, needs, manifest, operators: await operatorsOf(manifest) };
}

async function operatorsOf({ id, kernels }: Manifest): Promise<readonly Operator[]> {
  const operators = await operatorsNamed(kernels.map(({ operatorName }) => operatorName));
  return operators.map((operator, i) => {
    if (operator) return operator;
    const { description, operatorName } = kernels[i]!;
    throw new ThimbleError(
      "PACK_INVALID",
      `pack ${id} has the kernel ${description.name} for ${operatorName}, an operator that this host does not know; update @thimble/core`,
    );
  });
}

function loadedPack({ module, needs, manifest, operators }: CheckedModule): LoadedPack {
  const { id, version, kernels } = manifest;
  return {
    id,
    version,
    kernels: kernels.map(({ description }, i) => ({ ...description, operator: operators[i]! })),
    attach(memory) {
      const context = contextOf(memory);
      const { tableBase } = placeModule(context.space, module, needs, `pack ${id}`);
      return { id, version, kernels: kernels.map((entry, i) => wasmKernel(context, entry, operators[i]!, tableBase)) };
    },
  };
}
