import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** LOGICAL_NOT: output = not input. */
export const logicalNot: Operator<void> = defineOperator({
  name: "LOGICAL_NOT",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
