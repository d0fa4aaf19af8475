import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { checkSameElements } from "./shared/data-movement.ts";
import { requireConstant, requireShape, requireSize } from "./shared/require.ts";

/** EXPAND_DIMS: the input with a dimension of 1 at the constant `axis`; −1 puts it last. */
export const expandDims: Operator<void> = defineOperator({
  name: "EXPAND_DIMS",
  maxVersion: 2,
  inputs: ["input", "axis"],
  outputs: ["output"],
  check(node) {
    const [input, axis] = [node.inputs[0]!, node.inputs[1]!];
    checkSameElements(node);
    requireSize(node, "axis", axis, 1);
    requireConstant(node, "axis", axis);
    const at = resolveAxis(node, Number(axis.data[0]), input.shape.length + 1);
    requireShape(node, "output", node.outputs[0]!, [...input.shape.slice(0, at), 1, ...input.shape.slice(at)]);
  },
});
