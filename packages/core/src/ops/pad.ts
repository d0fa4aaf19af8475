import { defineOperator, type Operator } from "../operator.ts";
import { checkPad, type PadParams } from "./shared/pad.ts";

/** PAD: the input with zeros around it; in int8 the output's zero point stands for zero. */
export const pad: Operator<PadParams> = defineOperator({
  name: "PAD",
  maxVersion: 4,
  inputs: ["input", "paddings", "constant_values?"],
  outputs: ["output"],
  tflmLimits: { rank: 5 },
  check: checkPad,
});
