import { defineOperator, type Operator } from "../operator.ts";
import { checkComparison } from "./shared/comparison.ts";

/** GREATER: output = input1 > input2, the shapes broadcast; int8 inputs may have different scales. */
export const greater: Operator<void> = defineOperator({
  name: "GREATER",
  maxVersion: 4,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: checkComparison,
});
