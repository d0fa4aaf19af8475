import { defineOperator, type Operator } from "../operator.ts";
import { checkComparison } from "./shared/comparison.ts";

/** GREATER_EQUAL: output = input1 ≥ input2, the shapes broadcast; int8 inputs may have different scales. */
export const greaterEqual: Operator<void> = defineOperator({
  name: "GREATER_EQUAL",
  maxVersion: 4,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: checkComparison,
});
