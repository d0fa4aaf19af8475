import { importModule } from "@thimble/config/node";
import {
  type AnyPack,
  definePack,
  loadPack as loadWasmPack,
  type Pack,
  ThimbleError,
  type WasmPack,
} from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { isThimbleError } from "./is-thimble-error.ts";
import { UsageError } from "./usage-error.ts";

/** The packs that a command line names, in its order, and the reference behind them unless `fallback` is false. */
export async function loadPacks(names: readonly string[], fallback: boolean): Promise<AnyPack[]> {
  if (names.length === 0 && !fallback)
    throw new UsageError("--no-fallback without --pack leaves no kernels; name a pack");
  const packs: AnyPack[] = [];
  for (const name of names) packs.push(await loadPack(name));
  return fallback && !packs.some(({ id }) => id === reference.id) ? [...packs, reference] : packs;
}

/** A pack as reports name it. */
export const packLabel = ({ id, version }: AnyPack): string => `${id}@${version}`;

async function loadPack(name: string): Promise<AnyPack> {
  if (name.trim() === "") throw new UsageError(`--pack is "${name}", it must name a package or a file`);
  const module = (await importModule(name, { beside: import.meta.url })) as { readonly default?: object };
  if (module.default === undefined)
    throw new ThimbleError("PACK_INVALID", `${name} has no default export; a pack module exports one by default`);
  return checkPack(name, module.default);
}

/** Loads and checks a pack's description; errors name the module, for the pack may have no name. */
async function checkPack(name: string, pack: object): Promise<AnyPack> {
  try {
    return "builds" in pack ? await loadWasmPack(pack as WasmPack) : definePack(pack as Pack);
  } catch (cause) {
    if (!isThimbleError(cause)) throw cause;
    throw new ThimbleError(cause.code, `${name}: ${cause.message}`, { cause });
  }
}
