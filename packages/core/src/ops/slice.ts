import { defineOperator, type Operator } from "../operator.ts";
import { requireSameType, requireSize, requireThat } from "./shared/require.ts";

/**
 * SLICE: `size` elements from `begin` on along each dimension, −1 for all that follow. Both may be computed at run time,
 * but the output's shape is the model's.
 */
export const slice: Operator<void> = defineOperator({
  name: "SLICE",
  maxVersion: 6,
  inputs: ["input", "begin", "size"],
  outputs: ["output"],
  tflmLimits: { rank: 5 },
  check(node) {
    const [input, begin, size, output] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]!, node.outputs[0]!];
    const rank = input.shape.length;
    requireSameType(node, "output", output, input);
    requireSameType(node, "size", size, begin);
    requireSize(node, "begin", begin, rank);
    requireSize(node, "size", size, rank);
    requireThat(
      output.shape.length === rank,
      node,
      () => `output has ${output.shape.length} dimensions, the input ${rank}`,
    );
  },
});
