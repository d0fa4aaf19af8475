import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";

/** LOGICAL_AND: output = input1 and input2, the shapes broadcast. */
export const logicalAnd: Operator<void> = defineOperator({
  name: "LOGICAL_AND",
  maxVersion: 2,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: requireBroadcast,
});
