import { defineOperator, type Operator } from "../operator.ts";
import { requireSize } from "./shared/require.ts";

/** CAST: the stored numbers in the output's type, as C converts them. The tensors' types count, not the options'. */
export const cast: Operator<void> = defineOperator({
  name: "CAST",
  maxVersion: 8,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    requireSize(node, "output", node.outputs[0]!, node.inputs[0]!.size);
  },
});
