import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

/** ELU: output = input where it is not negative, e^input − 1 elsewhere. */
export const elu: Operator<void> = defineOperator({
  name: "ELU",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check: checkUnary,
});
