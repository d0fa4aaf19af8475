import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { checkSameElements } from "./shared/data-movement.ts";
import { requireThat } from "./shared/require.ts";

/** SQUEEZE: the input without dimensions of 1: those that the options name, or all. */
export const squeeze: Operator<void> = defineOperator({
  name: "SQUEEZE",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  options: "SqueezeOptions",
  check(node) {
    const { shape } = node.inputs[0]!;
    checkSameElements(node);
    for (const dimension of node.options.squeezeDims) {
      const extent = shape[resolveAxis(node, dimension, shape.length)];
      requireThat(extent === 1, node, () => `squeezes dimension ${dimension}, whose extent is ${extent}`);
    }
  },
});
