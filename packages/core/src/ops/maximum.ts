import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";

/** MAXIMUM: output = the greater of the stored inputs, the shapes broadcast; nothing is requantized. */
export const maximum: Operator<void> = defineOperator({
  name: "MAXIMUM",
  maxVersion: 5,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: requireBroadcast,
});
