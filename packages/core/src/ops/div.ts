import { defineOperator, type Operator } from "../operator.ts";
import { type ArithmeticParams, checkArithmetic } from "./shared/arithmetic.ts";
import { requireThat } from "./shared/require.ts";

/** DIV: output = activation(input1 ÷ input2), the shapes broadcast; int32 without a scale, toward zero. */
export const div: Operator<ArithmeticParams> = defineOperator({
  name: "DIV",
  maxVersion: 3,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  options: "DivOptions",
  check(node) {
    for (const input of node.inputs)
      requireThat(
        !(input?.type === "int32" && input.quantization),
        node,
        () => "divides int32 tensors that have a scale, they must have none",
      );
    return checkArithmetic(node, node.options.fusedActivationFunction);
  },
});
