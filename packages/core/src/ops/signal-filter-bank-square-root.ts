import { defineOperator, type Operator } from "../operator.ts";
import { requireRank, requireSize } from "./shared/require.ts";

/** SignalFilterBankSquareRoot: √input, rounded, then shifted right by `scale_bits`. */
export const signalFilterBankSquareRoot: Operator<void> = defineOperator({
  name: "SignalFilterBankSquareRoot",
  maxVersion: 1,
  inputs: ["input", "scale_bits"],
  outputs: ["output"],
  check(node) {
    requireRank(node, "input", node.inputs[0]!, 1);
    requireRank(node, "scale_bits", node.inputs[1]!, 0);
    requireRank(node, "output", node.outputs[0]!, 1);
    requireSize(node, "output", node.outputs[0]!, node.inputs[0]!.size);
  },
});
