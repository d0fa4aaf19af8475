import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WasmFeature } from "@thimble/abi";
import { ThimbleError } from "@thimble/core";
import { FEATURES } from "./build-module.ts";
import type { FolderFlags } from "./folder-flags.ts";

/** How a package says what its pack is built from: the field `thimble.pack` of its package.json. */
export interface PackSettings {
  /** The folder with the C sources. Default is `kernels`. */
  readonly sources?: string;
  /** For each module to be written, the features that it may use, or those and flags of its own. */
  readonly builds: Readonly<Record<string, readonly WasmFeature[] | BuildSettings>>;
  /** Further compiler flags for every module. Default is none. */
  readonly flags?: readonly string[];
  /**
   * Packages of packs whose kernels are compiled with the pack's own, for its list to take: what it has no kernel for.
   * Default is none.
   */
  readonly include?: readonly string[];
  /** The cores that the sources are for, by their names in `@thimble/devices`. Default is none. */
  readonly targets?: Readonly<Record<string, TargetSettings>>;
}

/** How one module of a pack is built. */
export interface BuildSettings {
  readonly features: readonly WasmFeature[];
  /** Further compiler flags, behind the pack's. Default is none. */
  readonly flags?: readonly string[];
  /** Flags behind those for the sources in a folder, by its path in `sources`, or of an included pack. Default is none. */
  readonly folderFlags?: FolderFlags;
}

/** How the sources become machine code for a core. */
export interface TargetSettings {
  /** The module of `builds` with the same kernels and records: it prepares nodes for the core. */
  readonly twin: string;
  /** Default is the target's own choice among those that are installed. */
  readonly compiler?: "gcc" | "clang";
  /** Further compiler flags, behind the pack's. Default is none. */
  readonly flags?: readonly string[];
  /** Flags behind those for the sources in a folder, by its path in `sources`. Default is none. */
  readonly folderFlags?: FolderFlags;
}

/** What a package says of itself and its pack. */
export interface PackageDescription {
  readonly name: string;
  readonly version: string;
  readonly settings: PackSettings;
}

/** A build's settings in their long form. */
export const buildSettingsOf = (build: readonly WasmFeature[] | BuildSettings): BuildSettings =>
  Array.isArray(build) ? { features: build } : (build as BuildSettings);

type Wrong = (message: string, cause?: unknown) => ThimbleError;

/**
 * Reads and checks what a package says of its pack.
 *
 * @param directory the package's folder
 * @throws ThimbleError `PACK_BUILD` naming what is wrong
 */
export function readPackage(directory: string): PackageDescription {
  const wrong: Wrong = (message, cause) =>
    new ThimbleError("PACK_BUILD", `${join(directory, "package.json")} ${message}`, { cause });
  const { name, version, thimble } = readDescription(directory, wrong);
  const settings = (thimble as { pack?: PackSettings } | undefined)?.pack;
  if (typeof name !== "string" || typeof version !== "string") throw wrong("has no name or no version");
  if (typeof settings?.builds !== "object" || Object.keys(settings.builds).length === 0)
    throw wrong(
      'does not say what to build; add "thimble": { "pack": { "builds": { "dist/kernels.wasm": ["simd128"] } } }',
    );
  if (settings.include !== undefined && !Array.isArray(settings.include)) throw wrong("has an include that is no list");
  checkBuilds(settings, wrong);
  checkTargets(settings, wrong);
  return { name, version, settings };
}

function readDescription(directory: string, wrong: Wrong): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  } catch (cause) {
    throw wrong("cannot be read; run the build in a package's folder", cause);
  }
}

function checkBuilds({ builds }: PackSettings, wrong: Wrong): void {
  for (const [file, build] of Object.entries(builds)) {
    const { features } = buildSettingsOf(build);
    if (!Array.isArray(features)) throw wrong(`does not list the features of ${file}; [] is none`);
    const stranger = features.find((feature) => !FEATURES.includes(feature));
    if (stranger !== undefined)
      throw wrong(`asks for the feature "${stranger}" in ${file}; there are ${FEATURES.join(", ")}`);
  }
}

function checkTargets({ targets = {}, builds }: PackSettings, wrong: Wrong): void {
  for (const [name, target] of Object.entries(targets)) {
    const twin: unknown = target?.twin;
    if (typeof twin !== "string" || !Object.hasOwn(builds, twin))
      throw wrong(
        `gives the target ${name} the twin ${JSON.stringify(twin)}, which is none of its builds: ${Object.keys(builds).join(", ")}`,
      );
    if (target.compiler !== undefined && target.compiler !== "gcc" && target.compiler !== "clang")
      throw wrong(`gives the target ${name} the compiler "${target.compiler}"; there are gcc and clang`);
    if (target.flags !== undefined && !Array.isArray(target.flags))
      throw wrong(`gives the target ${name} flags that are no list`);
  }
}
