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

/** Checks a pack's description and returns it: `export default definePack({ id, version, kernels })`. */
export function definePack(pack: Pack): Pack {
  if (!pack || typeof pack.id !== "string" || pack.id === "")
    throw new ThimbleError("PACK_INVALID", "a pack needs an id, the name of its package");
  if (!Array.isArray(pack.kernels)) throw new ThimbleError("PACK_INVALID", `pack ${pack.id} has no list of kernels`);
  if (!pack.kernels.every(isKernel))
    throw new ThimbleError("PACK_INVALID", `pack ${pack.id} lists a kernel without name, operator, types or invoke`);
  requireOwnNames(pack);
  return pack;
}

/** Throws `PACK_INVALID` unless every kernel of a pack has a name of its own. */
export function requireOwnNames({ id, kernels }: { readonly id: string; readonly kernels: readonly Named[] }): void {
  const seen = new Set<string>();
  for (const { name } of kernels) {
    if (seen.has(name)) throw new ThimbleError("PACK_INVALID", `pack ${id} has two kernels named ${name}; rename one`);
    seen.add(name);
  }
}

interface Named {
  readonly name: string;
}

const isKernel = (kernel: Partial<AnyKernel> | null | undefined): boolean =>
  typeof kernel?.name === "string" &&
  typeof kernel.types === "string" &&
  typeof kernel.invoke === "function" &&
  typeof kernel.operator?.name === "string" &&
  typeof kernel.operator.check === "function";
