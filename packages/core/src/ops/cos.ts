import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** COS: output = cos(input), in radians. */
export const cos: Operator<void> = defineOperator({
  name: "COS",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
