import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";
import { requireSameType } from "./shared/require.ts";

/** SELECT_V2: output = x where the condition holds, y elsewhere; the three shapes broadcast, nothing is requantized. */
export const selectV2: Operator<void> = defineOperator({
  name: "SELECT_V2",
  maxVersion: 5,
  inputs: ["condition", "x", "y"],
  outputs: ["output"],
  check(node) {
    requireSameType(node, "y", node.inputs[2]!, node.inputs[1]!);
    requireSameType(node, "output", node.outputs[0]!, node.inputs[1]!);
    requireBroadcast(node);
  },
});
