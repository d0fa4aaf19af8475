import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** ROUND: output = the nearest integer, half to even. */
export const round: Operator<void> = defineOperator({
  name: "ROUND",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
