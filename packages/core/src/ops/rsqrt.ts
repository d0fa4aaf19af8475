import { defineOperator, type Operator } from "../operator.ts";
import { requireSymmetric } from "./shared/quantized.ts";
import { checkUnary } from "./shared/unary.ts";

/** RSQRT: output = 1 / √input, requantized; int16 zero points are 0. */
export const rsqrt: Operator<void> = defineOperator({
  name: "RSQRT",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    checkUnary(node);
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    if (input.type !== "int16") return;
    requireSymmetric(node, "input", input);
    requireSymmetric(node, "output", output);
  },
});
