import type { KernelNode, Operator } from "@thimble/core";

/**
 * How far a float result may lie from the reference, after WebNN's conformance tests: a function of the number of terms
 * that are summed up to one element. In units of 2^-23 of the largest magnitude, which is the output's largest element
 * or, where sums may cancel, the size of the sums on their way; never of less than the smallest normal float.
 */
export interface FloatTolerance {
  readonly units: number;
  /** More for each term of a sum. Default is 0. */
  readonly unitsPerTerm?: number;
}

const MOVED: FloatTolerance = { units: 0 };
const ROUNDED: FloatTolerance = { units: 1 };
const SUMMED: FloatTolerance = { units: 4, unitsPerTerm: 1 };
const APPROXIMATED: FloatTolerance = { units: 32 };

/** Tolerances by operator. Operators that are not listed have the default. */
export const floatTolerances: Readonly<Record<string, FloatTolerance>> = {
  ABS: MOVED,
  CONCATENATION: MOVED,
  DEPTH_TO_SPACE: MOVED,
  MAXIMUM: MOVED,
  MAX_POOL_2D: MOVED,
  MINIMUM: MOVED,
  NEG: MOVED,
  PACK: MOVED,
  PAD: MOVED,
  PADV2: MOVED,
  REDUCE_MAX: MOVED,
  REDUCE_MIN: MOVED,
  RELU: MOVED,
  RELU6: MOVED,
  RESHAPE: MOVED,
  RESIZE_NEAREST_NEIGHBOR: MOVED,
  SLICE: MOVED,
  SPACE_TO_DEPTH: MOVED,
  SPLIT: MOVED,
  STRIDED_SLICE: MOVED,
  TRANSPOSE: MOVED,
  UNPACK: MOVED,
  ADD: ROUNDED,
  DEQUANTIZE: ROUNDED,
  DIV: ROUNDED,
  LEAKY_RELU: ROUNDED,
  MUL: ROUNDED,
  SUB: ROUNDED,
  AVERAGE_POOL_2D: SUMMED,
  BATCH_MATMUL: SUMMED,
  CONV_2D: SUMMED,
  DEPTHWISE_CONV_2D: SUMMED,
  FULLY_CONNECTED: SUMMED,
  MEAN: SUMMED,
  SUM: SUMMED,
  SVDF: SUMMED,
  TRANSPOSE_CONV: SUMMED,
  SOFTMAX: { units: 32, unitsPerTerm: 1 },
  LOGISTIC: APPROXIMATED,
  TANH: APPROXIMATED,
  default: { units: 84 },
};

/** How many units in the last place an integer may be off where its kernel declares a tolerance, not exactness. */
export const integerTolerance = 1;

const UNIT = 2 ** -23;

/** The tolerance of an operator's float outputs, relative to the largest magnitude; `terms` are summed up to each. */
export function toleranceOf(operator: string, terms = 1): number {
  const { units, unitsPerTerm = 0 } = floatTolerances[operator] ?? floatTolerances.default!;
  return (units + unitsPerTerm * terms) * UNIT;
}

type Node = Pick<KernelNode, "inputs" | "outputs"> & Parameters<NonNullable<Operator["macs"]>>[0];

/** Terms that a node sums up to one element of its output, where it sums. */
export function termsOf(node: Node, operator: Operator): number {
  const elements = Math.max(1, node.outputs[0]?.size ?? 1);
  const products = operator.macs?.(node) ?? node.inputs[0]?.size ?? 1;
  return Math.max(1, Math.ceil(products / elements));
}

/** Larger floats are there to overflow: they say nothing of how large sums are. */
const HUGE = 2e15;

const largestOf = (floats: Float32Array): number =>
  floats.reduce((most, x) => (Math.abs(x) < HUGE ? Math.max(most, Math.abs(x)) : most), 0);

/** The inputs whose elements, or whose products, a node sums up; none if it does not sum. */
function summedInputs(node: Node, operator: Operator): Node["inputs"] {
  if (operator.macs) return node.inputs.filter((tensor) => tensor && tensor.shape.length > 1);
  return floatTolerances[operator.name] === SUMMED ? node.inputs.slice(0, 1) : [];
}

/** About how large a node's sums become on their way: the largest term, by a random walk. */
export function magnitudeOfSums(node: Node, operator: Operator): number {
  const floats = summedInputs(node, operator).filter((tensor) => tensor?.type === "float32");
  if (floats.length === 0) return 0;
  const largest = floats.map((tensor) => largestOf(tensor!.data as Float32Array));
  return largest.reduce((product, value) => product * value, Math.sqrt(termsOf(node, operator)));
}
