import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";

/** MINIMUM: output = the lesser of the stored inputs, the shapes broadcast; nothing is requantized. */
export const minimum: Operator<void> = defineOperator({
  name: "MINIMUM",
  maxVersion: 5,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: requireBroadcast,
});
