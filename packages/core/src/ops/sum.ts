import { defineOperator, type Operator } from "../operator.ts";
import { isQuantizedType, requireQuantizedPerTensor } from "./shared/quantized.ts";
import { checkReduce, type ReduceParams } from "./shared/reduce.ts";

/** SUM: the sum over the dimensions that the constant `axis` lists, requantized. */
export const sum: Operator<ReduceParams> = defineOperator({
  name: "SUM",
  maxVersion: 2,
  inputs: ["input", "axis"],
  outputs: ["output"],
  options: "ReducerOptions",
  check(node) {
    const input = node.inputs[0]!;
    if (isQuantizedType(input.type)) {
      requireQuantizedPerTensor(node, "input", input);
      requireQuantizedPerTensor(node, "output", node.outputs[0]!);
    }
    return checkReduce(node);
  },
});
