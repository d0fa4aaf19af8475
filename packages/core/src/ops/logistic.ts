import { defineOperator, type Operator } from "../operator.ts";
import { requireThat } from "./shared/require.ts";
import { checkSigmoidal } from "./shared/sigmoidal.ts";

/** LOGISTIC: output = 1 / (1 + e^−input); in int8 the output's zero point is −128. */
export const logistic: Operator<void> = defineOperator({
  name: "LOGISTIC",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    checkSigmoidal(node);
    const output = node.outputs[0]!;
    if (output.type === "int8")
      requireThat(
        output.zeroPoint === -128,
        node,
        () => `output has the zero point ${output.zeroPoint}, int8 needs -128`,
      );
  },
});
