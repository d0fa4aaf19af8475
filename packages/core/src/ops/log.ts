import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** LOG: output = the natural logarithm of the input. */
export const log: Operator<void> = defineOperator({
  name: "LOG",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
