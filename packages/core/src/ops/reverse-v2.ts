import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxes } from "./shared/axes.ts";
import { checkSameElements } from "./shared/data-movement.ts";
import { requireThat } from "./shared/require.ts";

/** REVERSE_V2: the input in reverse order along the dimensions `axis`, which may be computed at run time. */
export const reverseV2: Operator<void> = defineOperator({
  name: "REVERSE_V2",
  maxVersion: 3,
  inputs: ["input", "axis"],
  outputs: ["output"],
  check(node) {
    const [input, axis] = [node.inputs[0]!, node.inputs[1]!];
    const rank = input.shape.length;
    checkSameElements(node);
    requireThat(axis.size <= rank, node, () => `axis lists ${axis.size} dimensions, the input has ${rank}`);
    if (axis.isConstant) resolveAxes(node, axis, rank);
  },
});
