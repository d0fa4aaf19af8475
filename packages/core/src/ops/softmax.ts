import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { requireQuantizedPerTensor, requireSymmetric } from "./shared/quantized.ts";
import { requireSize, requireThat } from "./shared/require.ts";

export interface SoftmaxParams {
  /** Factor of the input before the exponential. */
  readonly beta: number;
  /** Elements of one distribution: the last dimension. */
  readonly depth: number;
}

/** Output scale and zero point that each quantized output type has to have, and how far off the scale may be. */
const OUTPUT_QUANTIZATION = {
  "int8 -> int8": { scale: 1 / 256, zeroPoint: -128, tolerance: 0 },
  "int8 -> int16": { scale: 1 / 65536, zeroPoint: -32768, tolerance: 1e-3 },
  "int16 -> int16": { scale: 1 / 32768, zeroPoint: 0, tolerance: 1e-3 },
} as const;

/** The fixed-point difference to the maximum has 26 fractional bits: a smaller factor would make all of them 0. */
const MIN_INT8_FACTOR = 2 ** -26;

/** SOFTMAX: output = e^(beta × input) / Σ e^(beta × input) over the last dimension. */
export const softmax: Operator<SoftmaxParams> = defineOperator({
  name: "SOFTMAX",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  options: "SoftmaxOptions",
  check(node) {
    const input = node.inputs[0]!;
    const { beta } = node.options;
    requireThat(input.shape.length >= 1, node, () => "input is a scalar, it needs at least 1 dimension");
    requireSize(node, "output", node.outputs[0]!, input.size);
    if (input.type !== "float32") requireSoftmaxQuantized(node, beta);
    return { beta, depth: input.shape.at(-1)! };
  },
});

function requireSoftmaxQuantized(node: UncheckedNode, beta: number): void {
  const [input, output] = [node.inputs[0]!, node.outputs[0]!];
  const expected = OUTPUT_QUANTIZATION[`${input.type} -> ${output.type}` as keyof typeof OUTPUT_QUANTIZATION];
  if (!expected) return;
  requireQuantizedPerTensor(node, "input", input);
  if (input.type === "int16") requireSymmetric(node, "input", input);
  else
    requireThat(
      beta * input.scale > MIN_INT8_FACTOR,
      node,
      () => `beta × input scale is ${beta * input.scale}, it must be greater than 2^-26`,
    );
  requireThat(
    Math.abs(output.scale - expected.scale) <= expected.tolerance * expected.scale &&
      output.zeroPoint === expected.zeroPoint,
    node,
    () =>
      `output has scale ${output.scale} and zero point ${output.zeroPoint}, softmax in ${output.type} needs ${expected.scale} and ${expected.zeroPoint}`,
  );
}
