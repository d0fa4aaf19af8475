import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** SIN: output = sin(input), in radians. */
export const sin: Operator<void> = defineOperator({
  name: "SIN",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
