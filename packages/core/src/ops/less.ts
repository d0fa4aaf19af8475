import { defineOperator, type Operator } from "../operator.ts";
import { checkComparison } from "./shared/comparison.ts";

/** LESS: output = input1 < input2, the shapes broadcast; int8 inputs may have different scales. */
export const less: Operator<void> = defineOperator({
  name: "LESS",
  maxVersion: 4,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: checkComparison,
});
