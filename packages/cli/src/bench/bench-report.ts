import type { PairedTimes } from "./pair-rounds.ts";

/** What `thimble bench --against … --json` prints. */
export interface ComparisonReport {
  readonly command: "bench";
  readonly packs: readonly string[];
  /** The packs on the other side. */
  readonly against: readonly string[];
  readonly seconds: number;
  readonly models: readonly (ModelComparison & { readonly model: string })[];
}

/** A model with two sets of packs. */
export interface ModelComparison {
  /** Of whole invokes, measured in turns. */
  readonly invoke: PairedTimes;
  /** Slowest first. */
  readonly operators: readonly OperatorComparison[];
}

export interface OperatorComparison {
  readonly operator: string;
  readonly calls: number;
  readonly medianMicroseconds: number;
  readonly againstMicroseconds: number;
  /** How many times faster; `null` where there is nothing to measure. */
  readonly speedup: number | null;
}

/** What `thimble bench --json` prints. */
export interface BenchReport {
  readonly command: "bench";
  /** `id@version`, in the order of priority. */
  readonly packs: readonly string[];
  /** How long each model was measured. */
  readonly seconds: number;
  readonly models: readonly ModelReport[];
}

export interface ModelReport extends ModelTimes {
  readonly model: string;
}

export interface ModelTimes {
  /** Of the whole invoke, without a profiler. */
  readonly invoke: InvokeTimes;
  /** Multiply-accumulates of one invoke. */
  readonly macs: number;
  /** Millions of them in a second, by the median; `null` where there are none. */
  readonly mmacsPerSecond: number | null;
  /** What the interpreter adds to the kernels, by the same graph with kernels that do nothing. */
  readonly overheadNanosecondsPerNode: number;
  /** Sums over the nodes of each operator, slowest first. */
  readonly operators: readonly OperatorTimes[];
  /** In the order they run. */
  readonly nodes: readonly NodeTimes[];
}

export interface InvokeTimes {
  /** How many invokes were measured. */
  readonly samples: number;
  readonly minMicroseconds: number;
  readonly medianMicroseconds: number;
}

interface Times {
  /** The median, or for an operator the sum of its nodes' medians. */
  readonly medianMicroseconds: number;
  /** The part of all nodes' time, 0 to 1. */
  readonly share: number;
  readonly macs: number;
  readonly mmacsPerSecond: number | null;
}

export interface OperatorTimes extends Times {
  readonly operator: string;
  /** Calls of its kernels in one invoke. */
  readonly calls: number;
}

export interface NodeTimes extends Times {
  readonly subgraph: number;
  readonly index: number;
  readonly operator: string;
  readonly kernel: string;
  readonly pack: string;
  /** Calls in one invoke: more than 1 in a loop's body, less where a branch is not always taken. */
  readonly calls: number;
}
