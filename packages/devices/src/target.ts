/** A command that is needed, and the Debian package that has it. */
export interface Tool {
  readonly command: string;
  readonly package: string;
}

/** A compiler for a core. */
export interface Compiler extends Tool {
  readonly name: "gcc" | "clang";
  /** What it needs to know besides the core's flags. */
  readonly flags: readonly string[];
}

/** Where a target has memory. */
export interface MemoryMap {
  /** Code and constants. */
  readonly code: number;
  /** The runner's data and the stack. */
  readonly data: number;
  /** Prepared nodes and their tensors. */
  readonly image: number;
  readonly imageBytes: number;
}

/** An emulated core on which a pack's kernels can run. */
export interface Target {
  /** `cortex-m4`. */
  readonly name: string;
  /** For people: `Cortex-M4 with DSP extension and FPU`. */
  readonly core: string;
  /** What every compiler is told of the core. */
  readonly flags: readonly string[];
  /** In order of preference: the first that is installed compiles, unless the pack names one. */
  readonly compilers: readonly Compiler[];
  /** Links, and knows where the compiler's own library is. */
  readonly linker: Tool;
  readonly emulator: Tool & { readonly arguments: readonly string[] };
  readonly memory: MemoryMap;
  /** Folders of the runner's sources for the architecture. */
  readonly runner: readonly string[];
}
