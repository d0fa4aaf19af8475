import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** RELU6: output = min(max(input, 0), 6). Quantized values are clamped as they are, the output's scale is not read. */
export const relu6: Operator<void> = defineOperator({
  name: "RELU6",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
