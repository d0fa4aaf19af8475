import { defineOperator, type Operator } from "../operator.ts";
import { type ArithmeticParams, checkSum } from "./shared/arithmetic.ts";

/** ADD: output = activation(input1 + input2), the shapes broadcast. */
export const add: Operator<ArithmeticParams> = defineOperator({
  name: "ADD",
  maxVersion: 5,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  options: "AddOptions",
  check: (node) => checkSum(node, node.options.fusedActivationFunction),
});
