import { defineOperator, type Operator } from "../operator.ts";
import { checkPad, type PadParams } from "./shared/pad.ts";

/** PADV2: the input with `constant_values`, a single element, around it. */
export const padv2: Operator<PadParams> = defineOperator({
  name: "PADV2",
  maxVersion: 2,
  inputs: ["input", "paddings", "constant_values?"],
  outputs: ["output"],
  tflmLimits: { rank: 5 },
  check: checkPad,
});
