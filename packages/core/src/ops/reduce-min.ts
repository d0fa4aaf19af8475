import { defineOperator, type Operator } from "../operator.ts";
import { requireSameQuantization } from "./shared/quantized.ts";
import { checkReduce, type ReduceParams } from "./shared/reduce.ts";

/** REDUCE_MIN: the least over the dimensions that the constant `axis` lists; input and output have one quantization. */
export const reduceMin: Operator<ReduceParams> = defineOperator({
  name: "REDUCE_MIN",
  maxVersion: 4,
  inputs: ["input", "axis"],
  outputs: ["output"],
  options: "ReducerOptions",
  check(node) {
    requireSameQuantization(node, "input", node.inputs[0]!);
    return checkReduce(node);
  },
});
