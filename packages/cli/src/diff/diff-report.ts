/** How two tensors differ, over all inputs that were tried. */
export interface TensorDifference {
  readonly elements: number;
  /** Elements that differ for some input. */
  readonly differing: number;
  /** Units in the last place of integers, distance of floats. */
  readonly largest: number;
  /** Over all elements, those that are equal too. */
  readonly mean: number;
  /** Where the largest difference lies, one index a dimension; `null` if there is none. */
  readonly position: readonly number[] | null;
}

/** A node's output with two sets of kernels. */
export interface LayerReport {
  readonly node: number;
  readonly operator: string;
  readonly output: number;
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  /** Kernel and pack of either side: `conv_2d_s8 of @thimble/wasm-simd`. */
  readonly a: string;
  readonly b: string;
  /** The outputs, when both sides run the whole model. */
  readonly whole: TensorDifference;
  /** What the node adds itself: its output when B's kernel is given the inputs that A has here. */
  readonly own: TensorDifference;
  /** Whether what the node adds is more than the reference allows: any of integers, the table's tolerance of floats. */
  readonly isBeyond: boolean;
}

/** The document that `thimble diff --json` prints. */
export interface DiffReport {
  readonly command: "diff";
  readonly model: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** How many inputs were tried, and where they are from: `the pattern`, files, or `100 random ones, seed 1`. */
  readonly inputs: { readonly count: number; readonly from: string };
  /** The first layer that differs at all, and the first whose own difference is beyond; their places in `layers`. */
  readonly firstDifferent: number | null;
  readonly firstBeyond: number | null;
  readonly layers: readonly LayerReport[];
}
