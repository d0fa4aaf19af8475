import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";

/** FLOOR_MOD: output = input1 − ⌊input1 ÷ input2⌋ × input2, the shapes broadcast. */
export const floorMod: Operator<void> = defineOperator({
  name: "FLOOR_MOD",
  maxVersion: 4,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: requireBroadcast,
});
