import { join, resolve } from "node:path";
import { ThimbleError } from "@thimble/core";
import { findIncluded, type PackageDescription, readPackage, type TargetSettings } from "@thimble/pack-kit";
import { type DeviceSources, deviceSources } from "./device-sources.ts";
import { type ElfSummary, summarizeElf } from "./elf.ts";
import { requireTool } from "./find-tool.ts";
import { type FoundCompiler, ProgramBuilder } from "./program-builder.ts";
import { runTool } from "./run-tool.ts";
import type { Target } from "./target.ts";

/** A pack's kernels and the runner as a program for a core. */
export interface DeviceProgram extends ElfSummary {
  readonly target: Target;
  /** The program's file, as its linker wrote it. */
  readonly elf: Uint8Array;
  /** Of the package, for people: `arm-none-eabi-gcc 12.2.1`. */
  readonly compiler: string;
  /** Path of the WebAssembly module that prepares nodes for it. */
  readonly twin: string;
}

/**
 * Compiles the kernels of a package for a core and links them with the runner. What has not changed is not compiled
 * again.
 *
 * @param directory the package's folder
 * @param kernels names of the only kernels, whose symbols have to have the same names. Default is all of the pack.
 * @throws ThimbleError `DEVICE_TOOL` where a tool is missing, `PACK_BUILD` with what is wrong in package.json or what
 * the compiler said
 */
export async function buildProgram(
  target: Target,
  directory: string,
  kernels?: readonly string[],
): Promise<DeviceProgram> {
  const description = readPackage(directory);
  const settings = settingsFor(target, directory, description);
  const compiler = await findCompiler(target, settings);
  const sources = sourcesFor(target, directory, description, settings, kernels);
  const elf = await new ProgramBuilder(target, compiler, sources, directory).build();
  return {
    ...summarizeElf(elf),
    target,
    elf,
    compiler: `${compiler.command} ${compiler.version}`,
    twin: resolve(directory, settings.twin),
  };
}

function settingsFor({ name }: Target, directory: string, { settings }: PackageDescription): TargetSettings {
  const own = settings.targets?.[name];
  if (own) return own;
  const known = Object.keys(settings.targets ?? {}).join(", ") || "none";
  throw new ThimbleError(
    "PACK_BUILD",
    `${join(directory, "package.json")} does not say how to build for ${name}; add "${name}": { "twin": "dist/kernels.wasm" } to thimble.pack.targets (there is now ${known})`,
  );
}

async function findCompiler({ name, compilers }: Target, { compiler }: TargetSettings): Promise<FoundCompiler> {
  const choices = compilers.filter((choice) => compiler === undefined || choice.name === compiler);
  const found = requireTool(choices, name);
  const { said } = await runTool(found.path, ["--version"]);
  return { ...found, version: /(?:\) |version )([\d.]+)/.exec(said)?.[1] ?? "of unknown version" };
}

function sourcesFor(
  target: Target,
  directory: string,
  { name, version, settings }: PackageDescription,
  { flags = [], folderFlags }: TargetSettings,
  kernels: readonly string[] | undefined,
): DeviceSources {
  const own = [
    `-DTHIMBLE_PACK_ID="${name}"`,
    `-DTHIMBLE_PACK_VERSION="${version}"`,
    ...(settings.flags ?? []),
    ...flags,
  ];
  return deviceSources(target, resolve(directory, settings.sources ?? "kernels"), {
    included: findIncluded(directory, settings.include ?? []),
    flags: own,
    folderFlags,
    kernels,
  });
}
