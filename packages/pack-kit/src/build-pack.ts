import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { WasmFeature } from "@thimble/abi";
import { ThimbleError } from "@thimble/core";
import { buildModule, FEATURES, type FolderFlags } from "./build-module.ts";

/** How a package says what its pack is built from: the field `thimble.pack` of its package.json. */
export interface PackSettings {
  /** The folder with the C sources. Default is `kernels`. */
  readonly sources?: string;
  /** For each module to be written, the features that it may use, or those and flags of its own. */
  readonly builds: Readonly<Record<string, readonly WasmFeature[] | BuildSettings>>;
  /** Further compiler flags for every module. Default is none. */
  readonly flags?: readonly string[];
}

/** How one module of a pack is built. */
export interface BuildSettings {
  readonly features: readonly WasmFeature[];
  /** Further compiler flags, behind the pack's. Default is none. */
  readonly flags?: readonly string[];
  /** Flags behind those for the sources in a folder, by its path in `sources`. Default is none. */
  readonly folderFlags?: FolderFlags;
}

const settingsOf = (build: readonly WasmFeature[] | BuildSettings): BuildSettings =>
  Array.isArray(build) ? { features: build } : (build as BuildSettings);

/** A module that was written. */
export interface BuiltModule {
  /** Its path, relative to the package. */
  readonly file: string;
  readonly features: readonly WasmFeature[];
  readonly bytes: number;
  readonly gzipBytes: number;
}

interface PackageDescription {
  readonly name: string;
  readonly version: string;
  readonly settings: PackSettings;
}

const wrong = (directory: string, message: string, cause?: unknown): ThimbleError =>
  new ThimbleError("PACK_BUILD", `${join(directory, "package.json")} ${message}`, { cause });

/** Reads and checks what a package says of its pack. */
function readPackage(directory: string): PackageDescription {
  const { name, version, thimble } = readDescription(directory);
  const settings = (thimble as { pack?: PackSettings } | undefined)?.pack;
  if (typeof name !== "string" || typeof version !== "string") throw wrong(directory, "has no name or no version");
  if (typeof settings?.builds !== "object" || Object.keys(settings.builds).length === 0)
    throw wrong(
      directory,
      'does not say what to build; add "thimble": { "pack": { "builds": { "dist/kernels.wasm": ["simd128"] } } }',
    );
  for (const [file, build] of Object.entries(settings.builds)) {
    const { features } = settingsOf(build);
    if (!Array.isArray(features)) throw wrong(directory, `does not list the features of ${file}; [] is none`);
    const stranger = features.find((feature) => !FEATURES.includes(feature));
    if (stranger !== undefined)
      throw wrong(directory, `asks for the feature "${stranger}" in ${file}; there are ${FEATURES.join(", ")}`);
  }
  return { name, version, settings };
}

function readDescription(directory: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  } catch (cause) {
    throw wrong(directory, "cannot be read; run the build in a package's folder", cause);
  }
}

/**
 * Builds the modules of a package and writes them where its package.json says.
 *
 * @param directory the package's folder
 * @throws ThimbleError `PACK_BUILD` with what is wrong in package.json, or what the compiler said
 */
export async function buildPack(directory: string): Promise<readonly BuiltModule[]> {
  const { name, version, settings } = readPackage(directory);
  const { sources = "kernels", builds, flags = [] } = settings;
  const written: BuiltModule[] = [];
  for (const [file, build] of Object.entries(builds)) {
    const { features, flags: own = [], folderFlags = {} } = settingsOf(build);
    const module = await buildModule({
      id: name,
      version,
      sources: resolve(directory, sources),
      features,
      flags: [...flags, ...own],
      folderFlags,
      cache: join(directory, "node_modules/.cache/thimble-pack"),
    });
    const path = resolve(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, module);
    written.push({ file, features, bytes: module.length, gzipBytes: gzipSync(module, { level: 9 }).length });
  }
  return written;
}
