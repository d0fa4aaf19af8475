import { defineOperator, type Operator } from "../operator.ts";
import { requireShape, requireThat } from "./shared/require.ts";

export interface L2NormalizationParams {
  /** Elements of one vector: the last dimension. */
  readonly depth: number;
}

/** L2_NORMALIZATION: vectors along the last dimension ÷ their lengths; int8 outputs are in units of 1/128. */
export const l2Normalization: Operator<L2NormalizationParams> = defineOperator({
  name: "L2_NORMALIZATION",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  options: "L2NormOptions",
  tflmLimits: { rank: 4 },
  check(node) {
    const input = node.inputs[0]!;
    const { fusedActivationFunction } = node.options;
    requireThat(fusedActivationFunction === "NONE", node, () => `fuses ${fusedActivationFunction}, only NONE is known`);
    requireThat(input.shape.length >= 1, node, () => "input is a scalar, it needs at least 1 dimension");
    requireShape(node, "output", node.outputs[0]!, input.shape);
    return { depth: input.shape.at(-1)! };
  },
});
