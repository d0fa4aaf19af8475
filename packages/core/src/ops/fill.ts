import { defineOperator, type Operator } from "../operator.ts";
import { requireConstant, requireSameType, requireShape, requireSize } from "./shared/require.ts";

/** FILL: an output of the constant shape `dims` in which each element is `value`. */
export const fill: Operator<void> = defineOperator({
  name: "FILL",
  maxVersion: 4,
  inputs: ["dims", "value"],
  outputs: ["output"],
  check(node) {
    const [dims, value, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    requireConstant(node, "dims", dims);
    requireShape(node, "output", output, Array.from(dims.data, Number));
    requireSize(node, "value", value, 1);
    requireSameType(node, "output", output, value);
  },
});
