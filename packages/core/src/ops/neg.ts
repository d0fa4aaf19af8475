import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** NEG: output = −input. */
export const neg: Operator<void> = defineOperator({
  name: "NEG",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
