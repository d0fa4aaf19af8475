import { defineOperator, type Operator } from "../operator.ts";
import { checkComparison } from "./shared/comparison.ts";

/** EQUAL: output = input1 = input2, the shapes broadcast; int8 inputs may have different scales. */
export const equal: Operator<void> = defineOperator({
  name: "EQUAL",
  maxVersion: 5,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: checkComparison,
});
