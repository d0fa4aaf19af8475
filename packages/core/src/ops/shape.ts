import { defineOperator, type Operator } from "../operator.ts";
import { requireSize } from "./shared/require.ts";

/** SHAPE: the input's extents. */
export const shape: Operator<void> = defineOperator({
  name: "SHAPE",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  options: "ShapeOptions",
  check(node) {
    requireSize(node, "output", node.outputs[0]!, node.inputs[0]!.shape.length);
  },
});
