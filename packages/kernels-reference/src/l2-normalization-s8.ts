import { type Kernel, type L2NormalizationParams, l2Normalization } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { inverseSqrtMultiplier, inverseSqrtShift } from "./arithmetic/inverse-sqrt.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";

/** Outputs are in units of 2^-7, whatever the output's scale says. */
const OUTPUT_BITS = 7;

/** int8 vectors ÷ their lengths, which have no scale. */
export const l2NormalizationS8: Kernel<L2NormalizationParams> = {
  name: "l2_normalization_s8",
  operator: l2Normalization,
  types: "int8 -> int8",
  inPlace: [0],
  invoke(node) {
    const { depth } = node.params;
    const { zeroPoint } = node.input(0);
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      let squares = 0;
      for (let i = start; i < end; i++) squares = (squares + (input[i]! - zeroPoint) * (input[i]! - zeroPoint)) | 0;
      const multiplier = inverseSqrtMultiplier(squares);
      const shift = inverseSqrtShift(squares) + OUTPUT_BITS;
      for (let i = start; i < end; i++) {
        const stored = multiplyByQuantizedMultiplier(input[i]! - zeroPoint, multiplier, shift);
        output[i] = clamp(stored, -128, 127);
      }
    }
  },
};
