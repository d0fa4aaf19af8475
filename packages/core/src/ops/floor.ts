import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** FLOOR: output = the greatest integer not over the input. */
export const floor: Operator<void> = defineOperator({
  name: "FLOOR",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
