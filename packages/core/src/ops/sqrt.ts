import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** SQRT: output = √input. */
export const sqrt: Operator<void> = defineOperator({
  name: "SQRT",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
