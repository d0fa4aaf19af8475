import { type AnyKernel, type LoadedPack, loadPack, type Memory, ThimbleError } from "@thimble/core";
import { buildModule, describeModule } from "@thimble/pack-kit";

/** Instructions that an invoke of a kernel stands for. */
export interface ModelledCount {
  readonly kernel: string;
  readonly instructions: number;
}

/** How a pack is opened to be counted. */
export interface OpenModelledOptions {
  /** The module of package.json's `builds`: `"dist/kernels.s3.wasm"`. */
  readonly module: string;
  /** Called after each invoke of a kernel. */
  readonly onCount: (count: ModelledCount) => void;
}

/** What reads the counter that `thimble/kit/modelled.h` gives a module. */
type ReadCounter = () => number;

/**
 * Builds a module of a pack so that it counts what its headers model: each function with `THIMBLE_MODELLED()` in it
 * stands for an instruction of a core that has no emulator. What is plain C counts nothing.
 *
 *     const pack = await openModelled("vendors/esp32", { module: "dist/kernels.s3.wasm", onCount: console.log });
 *
 * @param directory the folder of the pack's package
 * @throws ThimbleError `PACK_BUILD` for a module that is none of its builds, or that models no instruction
 */
export async function openModelled(directory: string, options: OpenModelledOptions): Promise<LoadedPack> {
  const pack = await loadPack(await buildCounting(directory, options.module));
  return {
    ...pack,
    attach(memory) {
      const { attached, read } = attachWatched(pack, memory, options.module);
      return { ...attached, kernels: attached.kernels.map((kernel) => counted(kernel, read, options.onCount)) };
    },
  };
}

function buildCounting(directory: string, module: string): Promise<Uint8Array> {
  const { flags = [], ...description } = describeModule(directory, module);
  return buildModule({ ...description, flags: [...flags, "-DTHIMBLE_COUNT_MODELLED"] });
}

/** What is needed of the engine. */
interface Engine {
  Instance: new (module: object, imports?: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Attaches a pack, and finds the counter in its instance, which the loader keeps to itself. */
function attachWatched(pack: LoadedPack, memory: Memory, module: string) {
  const engine = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly;
  const { Instance } = engine;
  let read: ReadCounter | undefined;
  engine.Instance = class extends Instance {
    constructor(source: object, imports?: object) {
      super(source, imports);
      read = (this.exports.thimble_modelled_instructions as ReadCounter | undefined) ?? read;
    }
  };
  try {
    const attached = pack.attach(memory);
    if (read) return { attached, read };
  } finally {
    engine.Instance = Instance;
  }
  throw new ThimbleError("PACK_BUILD", `${module} of ${pack.id} models no instruction; count it on an emulated core`);
}

/** A kernel that is run by itself, between two looks at the counter. */
function counted({ series: _, ...kernel }: AnyKernel, read: ReadCounter, onCount: OpenModelledOptions["onCount"]) {
  return {
    ...kernel,
    invoke(...call: Parameters<AnyKernel["invoke"]>) {
      const before = read();
      const status = kernel.invoke(...call);
      onCount({ kernel: kernel.name, instructions: (read() - before) >>> 0 });
      return status;
    },
  };
}
