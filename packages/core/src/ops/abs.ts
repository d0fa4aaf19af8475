import { defineOperator, type Operator } from "../operator.ts";
import { requireSymmetric } from "./shared/quantized.ts";
import { requireSize } from "./shared/require.ts";
import { checkUnary } from "./shared/unary.ts";

/** ABS: output = |input|, requantized; int16 may be without a scale, else its zero points are 0. */
export const abs: Operator<void> = defineOperator({
  name: "ABS",
  maxVersion: 5,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    if (input.type === "int16" && !input.quantization) return requireSize(node, "output", output, input.size);
    checkUnary(node);
    if (input.type !== "int16") return;
    requireSymmetric(node, "input", input);
    requireSymmetric(node, "output", output);
  },
});
