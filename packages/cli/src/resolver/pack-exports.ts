import { importModule } from "@thimble/config/node";
import { type AnyPack, isLoadedPack } from "@thimble/core";

/** How a pack's kernels are imported from its package. */
export interface PackExports {
  /** Names of exports by kernel; `undefined` where kernels come with their pack only. */
  readonly kernels: ReadonlyMap<string, string> | undefined;
  /** Whether the pack holds C kernels, which are loaded as a whole. */
  readonly isWasm: boolean;
}

/** Looks at what a pack's package exports. A package that is not seen, because the pack was given by path, is imported whole. */
export async function packExports(pack: AnyPack): Promise<PackExports> {
  if (isLoadedPack(pack)) return { isWasm: true, kernels: undefined };
  const module = await importModule(pack.id, { beside: import.meta.url }).catch(() => ({}));
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(module)) {
    const kernel = pack.kernels.find((kernel) => kernel === value);
    if (kernel) names.set(kernel.name, name);
  }
  return { isWasm: false, kernels: pack.kernels.every(({ name }) => names.has(name)) ? names : undefined };
}
