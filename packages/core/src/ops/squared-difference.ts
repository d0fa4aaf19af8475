import { defineOperator, type Operator } from "../operator.ts";
import { checkArithmetic } from "./shared/arithmetic.ts";
import { requireSymmetric } from "./shared/quantized.ts";

/** SQUARED_DIFFERENCE: output = (input1 − input2)², the shapes broadcast; int16 zero points are 0. */
export const squaredDifference: Operator<void> = defineOperator({
  name: "SQUARED_DIFFERENCE",
  maxVersion: 3,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check(node) {
    const [first, second] = [node.inputs[0]!, node.inputs[1]!];
    if (first.type === "int16") {
      requireSymmetric(node, "input1", first);
      requireSymmetric(node, "input2", second);
      requireSymmetric(node, "output", node.outputs[0]!);
    }
    checkArithmetic(node, "NONE");
  },
});
