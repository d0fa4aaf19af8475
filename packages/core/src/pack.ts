import { ThimbleError } from "@thimble/schema";
import type { AnyKernel, KernelDescription } from "./kernel.ts";
import type { Memory } from "./memory.ts";

/** A named set of kernels that an interpreter can choose from. */
export interface Pack {
  /** The package's name: `@thimble/kernels-reference`. */
  readonly id: string;
  readonly version: string;
  /** Order is priority: of two kernels that take a node, the earlier one gets it. */
  readonly kernels: readonly AnyKernel[];
}

/**
 * A pack whose kernels run inside an interpreter's memory: each interpreter gets its own. Made by `loadPack`.
 */
export interface LoadedPack {
  readonly id: string;
  readonly version: string;
  readonly kernels: readonly KernelDescription[];
  /** The pack's kernels in a memory whose lowest addresses are left to their stack. */
  attach(memory: Memory): Pack;
}

/** Either kind of pack that an interpreter takes. */
export type AnyPack = Pack | LoadedPack;

export const isLoadedPack = (pack: AnyPack): pack is LoadedPack => "attach" in pack;

/** Every pack with kernels that run in a memory. */
export const attachPacks = (packs: readonly AnyPack[], memory: Memory): readonly Pack[] =>
  packs.map((pack) => (isLoadedPack(pack) ? pack.attach(memory) : pack));

/** Checks a pack's description and returns it: `export default definePack({ id, version, kernels })`. */
export function definePack(pack: Pack): Pack {
  if (!pack || typeof pack.id !== "string" || pack.id === "")
    throw new ThimbleError("PACK_INVALID", "a pack needs an id, the name of its package");
  if (!Array.isArray(pack.kernels)) throw new ThimbleError("PACK_INVALID", `pack ${pack.id} has no list of kernels`);
  const seen = new Set<string>();
  for (const kernel of pack.kernels) {
    if (!isKernel(kernel))
      throw new ThimbleError("PACK_INVALID", `pack ${pack.id} lists a kernel without name, operator, types or invoke`);
    if (seen.has(kernel.name))
      throw new ThimbleError("PACK_INVALID", `pack ${pack.id} has two kernels named ${kernel.name}; rename one`);
    seen.add(kernel.name);
  }
  return pack;
}

const isKernel = (kernel: Partial<AnyKernel> | null | undefined): boolean =>
  typeof kernel?.name === "string" &&
  typeof kernel.types === "string" &&
  typeof kernel.invoke === "function" &&
  typeof kernel.operator?.name === "string" &&
  typeof kernel.operator.check === "function";
