import { type Kernel, quantize } from "@thimble/core";
import { type ActivationRange, storedRange } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { roundHalfAwayFromZero } from "./arithmetic/round.ts";

/** float32 to int16: input ÷ scale in float32, rounded half away from zero. NaN becomes the zero point. */
export const quantizeF32S16: Kernel<void, ActivationRange> = {
  name: "quantize_f32_s16",
  operator: quantize,
  types: "float32 -> int16",
  prepare: () => storedRange("int16"),
  invoke(node, { min, max }) {
    const { scale, zeroPoint } = node.output(0);
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) {
      const stored = (roundHalfAwayFromZero(Math.fround(input[i]! / scale)) || 0) + zeroPoint;
      output[i] = clamp(stored, min, max);
    }
  },
};
