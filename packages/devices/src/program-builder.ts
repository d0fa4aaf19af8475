import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ThimbleError } from "@thimble/core";
import { Cache, digestOf } from "@thimble/pack-kit";
import { type DeviceSources, LINKER_SCRIPT, type Unit } from "./device-sources.ts";
import { requireTool } from "./find-tool.ts";
import { runTool } from "./run-tool.ts";
import type { Compiler, Target } from "./target.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/** A compiler on this machine. */
export type FoundCompiler = Compiler & { readonly path: string; readonly version: string };

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
  // The runner calls invoke and reset only.
  "-DTHIMBLE_PREPARED_ON_HOST",
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

/** Makes one program; objects and program are kept by all that they depend on. */
export class ProgramBuilder {
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
    return [command, version, ...this.#flagsFor(path), ...flags, path, content, this.#sources.headers];
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
