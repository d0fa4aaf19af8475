import { defineOperator, type Operator } from "../operator.ts";
import { requireThat } from "./shared/require.ts";
import { checkUnary } from "./shared/unary.ts";

/** HARD_SWISH: output = input × min(max(input + 3, 0), 6) / 6; in int8 the output's scale is over 1/128 of the input's. */
export const hardSwish: Operator<void> = defineOperator({
  name: "HARD_SWISH",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    checkUnary(node);
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    if (input.type === "int8")
      requireThat(
        Math.fround(input.scale / 128 / output.scale) < 1,
        node,
        () => `output has the scale ${output.scale}, it must be greater than 1/128 of the input's ${input.scale}`,
      );
  },
});
