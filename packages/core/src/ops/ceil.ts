import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** CEIL: output = the least integer not under the input. */
export const ceil: Operator<void> = defineOperator({
  name: "CEIL",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
