import type { AnyPack, InterpreterOptions, WasmPack } from "@thimble/core";

/** A pack itself, as its package exports it by default or as it was loaded, or the name or path of its module. */
export type PackSource = string | AnyPack | WasmPack;

/** A pack and what it is used for. */
export interface PackEntry {
  readonly pack: PackSource;
  /** For a pack by name: given to the function `configure` that its module exports, which returns the pack. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Operators that the pack may run: `["CONV_2D"]`. Default is all. */
  readonly only?: readonly string[];
  /** Operators that the pack may not run. Default is none. */
  readonly exclude?: readonly string[];
}

/** Gives nodes to one pack, whatever the order of the packs says. All that is given has to fit. */
export interface Override {
  /** The operator: `"CONV_2D"`. */
  readonly operator?: string;
  /** The element type of the node's first input: `"int8"`. */
  readonly type?: string;
  /** The node's index in its subgraph, or the name of its first output. */
  readonly node?: number | string;
  /** Index of the subgraph. Default is any. */
  readonly subgraph?: number;
  /** The id of the pack that runs them. */
  readonly pack: string;
  /** The kernel of that pack. Default is any that takes the node. */
  readonly kernel?: string;
}

/** What an interpreter is made with, apart from kernels: options of `Interpreter.create` by the same names. */
export type MemoryOptions = Pick<
  InterpreterOptions,
  "arenaBytes" | "persistentBytes" | "slowMemory" | "planner" | "inPlace" | "reorder" | "strict"
>;

/** What may be different from one environment to the next. */
export interface EnvironmentConfig extends MemoryOptions {
  /** In the order in which they are asked for kernels. Default is none but the reference. */
  readonly packs?: readonly (PackSource | PackEntry)[];
  /** Whether the reference runs what no other pack takes. Default is true. */
  readonly fallback?: boolean;
  /** Of several that fit a node, the first one counts. Default is none. */
  readonly overrides?: readonly Override[];
  /** How sums are rescaled: only kernels that round so, or need not round, are chosen. Default is `"double"`. */
  readonly rounding?: "double" | "single";
}

/** An environment, with what is left out taken from the one it extends, and from the configuration itself. */
export interface Environment extends EnvironmentConfig {
  /** The name of another environment. */
  readonly extends?: string;
}

/** A configuration: of a file `thimble.config.ts`, of the command line, of the API. */
export interface ThimbleConfig extends EnvironmentConfig {
  readonly environments?: Readonly<Record<string, Environment>>;
}
