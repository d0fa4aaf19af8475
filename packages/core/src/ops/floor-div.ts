import { defineOperator, type Operator } from "../operator.ts";
import { requireBroadcast } from "./shared/broadcast.ts";

/** FLOOR_DIV: output = ⌊input1 ÷ input2⌋, the shapes broadcast. */
export const floorDiv: Operator<void> = defineOperator({
  name: "FLOOR_DIV",
  maxVersion: 4,
  inputs: ["input1", "input2"],
  outputs: ["output"],
  check: requireBroadcast,
});
