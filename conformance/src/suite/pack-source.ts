import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ABI_MAJOR, ABI_MINOR } from "@thimble/abi";
import {
  type AnyPack,
  definePack,
  isLoadedPack,
  loadPack,
  type Pack,
  ThimbleError,
  type WasmPack,
} from "@thimble/core";
import { resolve as resolveModule } from "import-meta-resolve";
import { reasonOf } from "../reason-of.ts";
import type { PackIdentity } from "../report/report.ts";
import { sha256 } from "../sha256.ts";
import type { PackSettings } from "./settings.ts";

/**
 * Where a pack comes from: the path or URL of a module that exports it by default (`#name` behind it: by that name), of
 * a `.wasm`, or of a package's folder; the name of an installed package; or the bytes of a module of C kernels.
 */
export type PackSource = string | URL | Uint8Array;

/** A source that can be sent to a worker: bytes, or the URL of a module. */
export type ResolvedSource = Uint8Array | string;

const unusable = (message: string, cause?: unknown): ThimbleError =>
  new ThimbleError("PACK_INVALID", message, cause === undefined ? undefined : { cause });

/** The folder of the package that a file belongs to, or `undefined`. */
export function packageFolder(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

const readPackage = (folder: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The module that a package's folder exports. */
function entryOf(folder: string): string {
  const { exports, main, name } = readPackage(folder) as { exports?: unknown; main?: unknown; name?: unknown };
  const root = (exports as Record<string, unknown> | undefined)?.["."] ?? exports;
  const entry = typeof root === "string" ? root : ((root as Record<string, unknown> | undefined)?.default ?? main);
  if (typeof entry !== "string") throw unusable(`the package ${String(name)} in ${folder} exports no module`);
  return join(folder, entry);
}

/** The module of a package that the current folder sees, unless a file or folder there has that name. */
function installed(name: string): string | undefined {
  if (existsSync(resolve(name))) return undefined;
  try {
    return fileURLToPath(resolveModule(name, pathToFileURL(resolve("package.json")).href));
  } catch {
    return undefined;
  }
}

/** Finds a pack; throws `PACK_INVALID` where there is none. */
export function resolveSource(source: PackSource): ResolvedSource {
  if (source instanceof Uint8Array) return source;
  const [location = "", name] = (typeof source === "string" ? source : source.href).split("#");
  const path = location.startsWith("file:") ? fileURLToPath(location) : (installed(location) ?? resolve(location));
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat)
    throw unusable(
      `there is no pack at ${path}; build or install it, or give the path of its module, its .wasm or its folder`,
    );
  const file = stat.isDirectory() ? entryOf(path) : path;
  if (!existsSync(file)) throw unusable(`the pack in ${path} is not built: there is no ${file}`);
  if (file.endsWith(".wasm")) return new Uint8Array(readFileSync(file));
  return `${pathToFileURL(file).href}${name === undefined ? "" : `#${name}`}`;
}

/** Loads a pack, in whatever thread runs this. */
export async function openPack(source: ResolvedSource): Promise<AnyPack> {
  if (typeof source !== "string") return loadPack(source);
  const [url, name = "default"] = source.split("#");
  let module: Readonly<Record<string, unknown>>;
  try {
    module = await import(url!);
  } catch (cause) {
    throw unusable(`the pack's module ${url} fails to load: ${reasonOf(cause)}`, cause);
  }
  const pack = module[name];
  if (typeof pack !== "object" || pack === null) throw unusable(`${url} has no pack as its export "${name}"`);
  if ("builds" in pack) return loadPack(pack as WasmPack);
  const loaded = pack as AnyPack;
  return isLoadedPack(loaded) ? loaded : definePack(loaded as Pack);
}

/** What a package's package.json says to the suite; nothing for a pack that has none. */
export function settingsOf(source: ResolvedSource): PackSettings {
  const folder = typeof source === "string" ? packageFolder(dirname(fileURLToPath(source.split("#")[0]!))) : undefined;
  const { thimble } = folder === undefined ? {} : (readPackage(folder) as { thimble?: { conformance?: PackSettings } });
  return thimble?.conformance ?? {};
}

/** What a pack's own code may be in. */
const CODE = /\.(?:[cm]?js|wasm)$/;

/**
 * One digest of all code in the folder of a package that a module is in: what the module may be made of. None for a
 * module that is in no folder of its own, where files are that are not published.
 */
function digestOfFolder(path: string, root: string): readonly [string, string][] {
  const folder = dirname(path);
  if (folder === root) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(sep, "/"))
    .filter((file) => CODE.test(file) && !file.includes("node_modules/"))
    .sort();
  const digest = sha256(...files.flatMap((file) => [file, readFileSync(join(folder, file))]));
  return [[`${relative(root, folder).replaceAll(sep, "/")}/**`, digest]];
}

/** What a pack is: its files and their digests. */
export async function identify(source: ResolvedSource, { id, version }: AnyPack): Promise<PackIdentity> {
  if (typeof source !== "string") return { id, version, abi: ABI, files: { "kernels.wasm": sha256(source) } };
  const [url, name = "default"] = source.split("#");
  const path = fileURLToPath(url!);
  const pack = (await import(url!))[name] as Partial<WasmPack>;
  const modules = (pack.builds ?? []).flatMap(({ wasm }) => (wasm instanceof URL ? [fileURLToPath(wasm)] : []));
  const emulates = (pack.builds ?? []).flatMap(({ emulates = [] }) => emulates);
  const folder = packageFolder(dirname(path)) ?? dirname(path);
  const files = [path, ...modules].map((file) => [
    relative(folder, file) || basename(file),
    sha256(readFileSync(file)),
  ]);
  return {
    id,
    version,
    ...(pack.builds && { abi: ABI }),
    ...(emulates.length > 0 && { emulates }),
    files: Object.fromEntries([...files, ...digestOfFolder(path, folder)]),
  };
}

const ABI = `${ABI_MAJOR}.${ABI_MINOR}`;
