import { type LoadedModel, loadModel } from "./load-model.ts";
import { type AnyPack, isLoadedPack } from "./pack.ts";
import { Resolver } from "./resolver.ts";

/** What a model is opened with. */
export interface OpenOptions {
  readonly packs: readonly AnyPack[];
  /** A limit for the arena. Default is none. */
  readonly arenaBytes?: number | undefined;
  /** `"tflm"` leaves out what TFLM refuses. */
  readonly strict?: "tflm" | undefined;
}

/** A model in memory, and what chooses kernels for its nodes. */
export interface OpenModel extends LoadedModel {
  readonly resolver: Resolver;
}

/**
 * Verifies a model, copies it into memory, and places C kernels beside it.
 *
 * @throws ThimbleError with a code that says what is wrong with the model
 */
export function openModel(source: Uint8Array | ArrayBuffer, { packs, arenaBytes, strict }: OpenOptions): OpenModel {
  const loaded = loadModel(source, { arenaBytes, forWasm: packs.some(isLoadedPack) });
  const { memory } = loaded.arena;
  const kernels = packs.map((pack) => (isLoadedPack(pack) ? pack.attach(memory) : pack));
  return { ...loaded, resolver: new Resolver(kernels, strict) };
}
