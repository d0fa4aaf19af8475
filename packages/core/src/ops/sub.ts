import { defineOperator, type Operator } from "../operator.ts";
import { type ArithmeticParams, checkSum } from "./shared/arithmetic.ts";

/** SUB: output = activation(input1 − input2), the shapes broadcast. */
export const sub: Operator<ArithmeticParams> = defineOperator({
  name: "SUB",
  maxVersion: 5,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  options: "SubOptions",
  check: (node) => checkSum(node, node.options.fusedActivationFunction),
});
