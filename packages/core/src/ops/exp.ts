import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** EXP: output = e^input. */
export const exp: Operator<void> = defineOperator({
  name: "EXP",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
