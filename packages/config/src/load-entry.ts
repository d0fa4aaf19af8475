import { type AnyPack, definePack, isLoadedPack, loadPack, type Pack, type WasmPack } from "@thimble/core";
import type { PackEntry, PackSource } from "./config.ts";
import { configError } from "./config-error.ts";

/** A pack that is loaded, and what a configuration lets it run. */
export interface LoadedEntry {
  readonly pack: AnyPack;
  readonly only?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Imports the module that a configuration names; throws what says where it looked. */
export type ImportModule = (name: string) => Promise<Readonly<Record<string, unknown>>>;

const isEntry = (entry: PackSource | PackEntry): entry is PackEntry => typeof entry === "object" && "pack" in entry;

/** Loads a pack of a configuration; `where` is the path of its entry. */
export async function loadEntry(
  given: PackSource | PackEntry,
  where: string,
  importModule: ImportModule,
): Promise<LoadedEntry> {
  const entry: PackEntry = isEntry(given) ? given : { pack: given };
  const source = await sourceOf(entry, where, importModule);
  try {
    return { ...entry, pack: await load(source) };
  } catch (cause) {
    throw configError(where, `${nameOf(entry)}: ${messageOf(cause)}`, cause);
  }
}

/** What is to be loaded: what the entry holds, or what the module that it names exports. */
async function sourceOf({ pack, options }: PackEntry, where: string, importModule: ImportModule): Promise<object> {
  if (typeof pack !== "string") {
    if (options !== undefined)
      throw configError(
        `${where}.options`,
        "options go with a pack's name; a pack that is given itself is configured already",
      );
    return pack;
  }
  const module = await importModule(pack).catch((cause: unknown) => {
    throw configError(where, messageOf(cause), cause);
  });
  const exported = options === undefined ? module.default : configured(module, pack, options, where);
  if (typeof exported !== "object" || exported === null) throw configError(where, `${pack} exports no pack by default`);
  return exported;
}

function configured(
  { configure }: Readonly<Record<string, unknown>>,
  name: string,
  options: Readonly<Record<string, unknown>>,
  where: string,
): unknown {
  if (typeof configure !== "function")
    throw configError(
      `${where}.options`,
      `${name} takes no options: its module exports no function "configure"; leave them out`,
    );
  try {
    return configure(options);
  } catch (cause) {
    throw configError(`${where}.options`, messageOf(cause), cause);
  }
}

async function load(source: object): Promise<AnyPack> {
  if ("builds" in source) return loadPack(source as WasmPack);
  const pack = source as AnyPack;
  return isLoadedPack(pack) ? pack : definePack(pack as Pack);
}

const nameOf = ({ pack }: PackEntry): string => (typeof pack === "string" ? pack : pack.id);

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
