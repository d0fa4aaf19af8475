import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** DEQUANTIZE: output = input scale × (input − input zero point). */
export const dequantize: Operator<void> = defineOperator({
  name: "DEQUANTIZE",
  maxVersion: 6,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
