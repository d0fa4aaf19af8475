import { defineOperator, type Operator } from "../operator.ts";
import { checkComparison } from "./shared/comparison.ts";

/** NOT_EQUAL: output = input1 ≠ input2, the shapes broadcast; int8 inputs may have different scales. */
export const notEqual: Operator<void> = defineOperator({
  name: "NOT_EQUAL",
  maxVersion: 4,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: checkComparison,
});
