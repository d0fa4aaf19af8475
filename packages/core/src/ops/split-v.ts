import { defineOperator, type Operator } from "../operator.ts";
import { checkSplit, type SplitParams } from "./shared/split.ts";

/**
 * SPLIT_V: parts of the input along the constant `axis`, an output each. The outputs' shapes say how great the parts
 * are; `size_splits` repeats them and is not read.
 */
export const splitV: Operator<SplitParams> = defineOperator({
  name: "SPLIT_V",
  maxVersion: 3,
  inputs: ["input", "size_splits", "axis"],
  outputs: ["outputs..."],
  options: "SplitVOptions",
  check: (node) => checkSplit(node, node.inputs[0]!, node.inputs[2]!),
});
