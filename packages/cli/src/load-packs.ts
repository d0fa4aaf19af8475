import { statSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { definePack, type Pack, ThimbleError } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { resolve as resolveModule } from "import-meta-resolve";
import { isThimbleError } from "./is-thimble-error.ts";
import { UsageError } from "./usage-error.ts";

/** The packs that a command line names, in its order, and the reference behind them unless `fallback` is false. */
export async function loadPacks(names: readonly string[], fallback: boolean): Promise<Pack[]> {
  if (names.length === 0 && !fallback)
    throw new UsageError("--no-fallback without --pack leaves no kernels; name a pack");
  const packs: Pack[] = [];
  for (const name of names) packs.push(await loadPack(name));
  return fallback && !packs.some(({ id }) => id === reference.id) ? [...packs, reference] : packs;
}

/** A pack as reports name it. */
export const packLabel = ({ id, version }: Pack): string => `${id}@${version}`;

async function loadPack(name: string): Promise<Pack> {
  if (name.trim() === "") throw new UsageError(`--pack is "${name}", it must name a package or a file`);
  const module = await importPack(name, findModule(name));
  if (module.default === undefined)
    throw new ThimbleError("PACK_INVALID", `${name} has no default export; a pack module exports one by default`);
  return checkPack(name, module.default as Pack);
}

/** Checks a pack's description; errors name the module, for the pack may have no name. */
function checkPack(name: string, pack: Pack): Pack {
  try {
    return definePack(pack);
  } catch (cause) {
    if (!isThimbleError(cause)) throw cause;
    throw new ThimbleError(cause.code, `${name}: ${cause.message}`, { cause });
  }
}

/** The URL of a pack's module: a file, a package that the current folder sees, or one that this tool sees. */
function findModule(name: string): string {
  const file = resolvePath(name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return pathToFileURL(file).href;
  const folder = pathToFileURL(join(process.cwd(), "package.json")).href;
  const url = tryResolve(name, folder) ?? tryResolve(name, import.meta.url);
  if (url) return url;
  throw new ThimbleError(
    "PACK_INVALID",
    `no pack "${name}"; tried the file ${file}, the packages seen from ${process.cwd()} and those of thimble itself; install it with npm install ${name}`,
  );
}

function tryResolve(name: string, parent: string): string | undefined {
  try {
    const url = resolveModule(name, parent);
    return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() ? url : undefined;
  } catch {
    return undefined;
  }
}

async function importPack(name: string, url: string): Promise<{ readonly default?: unknown }> {
  try {
    return await import(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ThimbleError("PACK_INVALID", `pack ${name} fails to load: ${reason}`, { cause });
  }
}
