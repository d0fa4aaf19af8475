import { defineOperator, type Operator } from "../operator.ts";
import { requireRank, requireThat } from "./shared/require.ts";

/** BROADCAST_ARGS: the shape to which two shapes broadcast. */
export const broadcastArgs: Operator<void> = defineOperator({
  name: "BROADCAST_ARGS",
  maxVersion: 1,
  inputs: ["shape1", "shape2"],
  outputs: ["output"],
  check(node) {
    const [first, second, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    requireRank(node, "shape1", first, 1);
    requireRank(node, "shape2", second, 1);
    requireRank(node, "output", output, 1);
    const rank = Math.max(first.size, second.size);
    requireThat(output.size >= rank, node, () => `output has ${output.size} extents, the shapes have ${rank}`);
  },
});
