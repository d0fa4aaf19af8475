import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";
import { isQuantizedType, requireQuantizedPerTensor } from "./shared/quantized.ts";

/** PRELU: output = input where it is not negative, alpha × input elsewhere; the shapes broadcast; requantized. */
export const prelu: Operator<void> = defineOperator({
  name: "PRELU",
  maxVersion: 2,
  inputs: ["input", "alpha"],
  outputs: ["output"],
  tflmLimits: { rank: 4 },
  check(node) {
    requireBroadcast(node);
    if (!isQuantizedType(node.inputs[0]!.type)) return;
    requireQuantizedPerTensor(node, "input", node.inputs[0]!);
    requireQuantizedPerTensor(node, "alpha", node.inputs[1]!);
    requireQuantizedPerTensor(node, "output", node.outputs[0]!);
  },
});
