import type { ArenaLimits } from "./arena-parts.ts";
import { type LoadedModel, loadModel } from "./load-model.ts";
import type { ChooseKernel } from "./offer.ts";
import { type AnyPack, isLoadedPack } from "./pack.ts";
import { Resolver } from "./resolver.ts";

/** What a model is opened with. */
export interface OpenOptions {
  readonly packs: readonly AnyPack[];
  /** A limit for the arena, or without its persistent part where that has one. Default is none. */
  readonly arenaBytes?: number | undefined;
  /** A limit for the persistent part alone. Default is none. */
  readonly persistentBytes?: number | undefined;
  /** A second memory: only its size counts here. */
  readonly slowMemory?: { readonly sizeBytes?: number | undefined } | undefined;
  /** `"tflm"` leaves out what TFLM refuses. */
  readonly strict?: "tflm" | undefined;
  /** Which kernels a node's packs are asked for, and in which order. Default is all, in the packs' order. */
  readonly choose?: ChooseKernel | undefined;
}

/** A model in memory, and what chooses kernels for its nodes. */
export interface OpenModel extends LoadedModel {
  readonly resolver: Resolver;
}

/** The limits that options set. */
export const limitsOf = ({ arenaBytes, persistentBytes, slowMemory }: OpenOptions): ArenaLimits => ({
  arenaBytes,
  persistentBytes,
  slowBytes: slowMemory?.sizeBytes,
});

/**
 * Verifies a model, copies it into memory, and places C kernels beside it.
 *
 * @param beside a model that was opened with the same options: both get kernels from the same place, and one memory
 * @throws ThimbleError with a code that says what is wrong with the model
 */
export function openModel(source: Uint8Array | ArrayBuffer, options: OpenOptions, beside?: OpenModel): OpenModel {
  const { packs } = options;
  const forWasm = packs.some(isLoadedPack);
  const loaded = loadModel(source, { limits: limitsOf(options), forWasm, memory: beside?.arena.memory });
  const { memory } = loaded.arena;
  if (beside) return { ...loaded, resolver: beside.resolver };
  const kernels = packs.map((pack) => (isLoadedPack(pack) ? pack.attach(memory) : pack));
  return { ...loaded, resolver: new Resolver(kernels, options) };
}
