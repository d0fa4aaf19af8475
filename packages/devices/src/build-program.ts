import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { ThimbleError } from "@thimble/core";
import { Cache, digestOf, type PackageDescription, readPackage, type TargetSettings } from "@thimble/pack-kit";
import { type DeviceSources, deviceSources, LINKER_SCRIPT, type Unit } from "./device-sources.ts";
import { type ElfSummary, summarizeElf } from "./elf.ts";
import { requireTool } from "./find-tool.ts";
import { runTool } from "./run-tool.ts";
import type { Compiler, Target } from "./target.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

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

type FoundCompiler = Compiler & { readonly path: string; readonly version: string };

const FLAGS: readonly string[] = [
  "-std=c11",
  "-O2",
  "-ffreestanding",
  "-nostdlib",
  "-ffunction-sections",
  "-fdata-sections",
  "-fvisibility=hidden",
  "-fno-math-errno",
  "-ffp-contract=off",
];

const LINK_FLAGS: readonly string[] = [
  "-nostdlib",
  "-Wl,--gc-sections",
  "-Wl,--no-warn-rwx-segments",
  // Of two lists of kernels the first counts.
  "-Wl,--allow-multiple-definition",
];

/** What a kernel has for its own variables: more than any microcontroller gives a task. */
const STACK_BYTES = 64 * 1024;

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
  const elf = await new Builder(target, compiler, sources, directory).build();
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
  return deviceSources(target, resolve(directory, settings.sources ?? "kernels"), own, folderFlags, kernels);
}

/** Makes one program. */
class Builder {
  readonly #target: Target;
  readonly #compiler: FoundCompiler;
  readonly #sources: DeviceSources;
  readonly #cache: Cache;

  constructor(target: Target, compiler: FoundCompiler, sources: DeviceSources, directory: string) {
    this.#target = target;
    this.#compiler = compiler;
    this.#sources = sources;
    this.#cache = new Cache(join(directory, "node_modules/.cache/thimble-device"));
  }

  build(): Promise<Uint8Array> {
    const { memory, linker } = this.#target;
    const script = readFileSync(LINKER_SCRIPT);
    const parts = this.#sources.units.flatMap((unit) => this.#partsOf(unit));
    const environment = [JSON.stringify([memory, linker.command, LINK_FLAGS, STACK_BYTES]), script];
    return this.#cache.get(digestOf(["program", ...environment, ...parts]), () => this.#make());
  }

  #make(): Promise<Uint8Array> {
    return inTemporaryFolder(async (folder) => {
      const objects = this.#sources.units.map((_, i) => join(folder, `${i}.o`));
      const waiting = this.#sources.units.map((unit, i) => ({ unit, object: objects[i]! }));
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { unit, object } = next;
          const make = () => this.#compile(unit, object);
          writeFileSync(object, await this.#cache.get(digestOf(["object", ...this.#partsOf(unit)]), make));
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, work));
      return this.#link(objects, join(folder, "program.elf"));
    });
  }

  /** All that an object depends on. */
  #partsOf({ path, content, flags }: Unit): readonly (string | Uint8Array)[] {
    const { command, version } = this.#compiler;
    return [command, version, ...this.#flagsFor(path), ...flags, path, content, ...this.#sources.headers];
  }

  /** Assembly is for the assembler that the linker comes with. */
  #flagsFor(path: string): readonly string[] {
    const own = path.endsWith(".S") ? [] : [...this.#compiler.flags, ...FLAGS];
    return [...this.#target.flags, ...own];
  }

  async #compile({ path, flags, content, isGenerated }: Unit, object: string): Promise<Uint8Array> {
    const { linker, name } = this.#target;
    const command = path.endsWith(".S") ? requireTool([linker], name).path : this.#compiler.path;
    const includes = this.#sources.includes.map((folder) => `-I${folder}`);
    const source = isGenerated ? `${object}.c` : path;
    if (isGenerated) writeFileSync(source, content);
    await run(command, [...this.#flagsFor(path), ...includes, ...flags, "-c", source, "-o", object]);
    return readFileSync(object);
  }

  async #link(objects: readonly string[], program: string): Promise<Uint8Array> {
    const { linker, name, flags, memory } = this.#target;
    const places = {
      CODE_ORIGIN: memory.code,
      DATA_ORIGIN: memory.data,
      IMAGE_ORIGIN: memory.image,
      STACK_BYTES,
    };
    const symbols = Object.entries(places).map(([symbol, value]) => `-Wl,--defsym,${symbol}=0x${value.toString(16)}`);
    const { path } = requireTool([linker], name);
    await run(path, [...flags, ...LINK_FLAGS, ...symbols, "-T", LINKER_SCRIPT, ...objects, "-lgcc", "-o", program]);
    return readFileSync(program);
  }
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const { code, said } = await runTool(command, args);
  if (code !== 0) throw new ThimbleError("PACK_BUILD", said || `${command} failed without a word`);
}
