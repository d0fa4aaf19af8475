import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";

/** LOGICAL_OR: output = input1 or input2, the shapes broadcast. */
export const logicalOr: Operator<void> = defineOperator({
  name: "LOGICAL_OR",
  maxVersion: 2,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: requireBroadcast,
});
