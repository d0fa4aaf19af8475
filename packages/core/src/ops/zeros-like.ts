import { defineOperator, type Operator } from "../operator.ts";
import { requireSameType, requireSize } from "./shared/require.ts";

/** ZEROS_LIKE: an output of the input's shape and type in which everything is stored as 0. */
export const zerosLike: Operator<void> = defineOperator({
  name: "ZEROS_LIKE",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    requireSameType(node, "output", output, input);
    requireSize(node, "output", output, input.size);
  },
});
