import { type Kernel, quantize } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { roundHalfAwayFromZero } from "../arithmetic/round.ts";
import { SUFFIXES } from "./elements.ts";

export interface OutputQuantization extends ActivationRange {
  readonly scale: number;
  readonly zeroPoint: number;
}

export type QuantizeF32Kernel = Kernel<void, OutputQuantization>;

/**
 * The kernel of QUANTIZE from float32 to one integer type: input ÷ scale in float32, rounded half away from zero. NaN
 * becomes the zero point.
 */
export const quantizeF32Kernel = (to: "int8" | "uint8" | "int16", beyondTflm = false): QuantizeF32Kernel => ({
  name: `quantize_f32_${SUFFIXES[to]}`,
  operator: quantize,
  types: `float32 -> ${to}`,
  inPlace: [0],
  beyondTflm,
  prepare(node) {
    const { scale, zeroPoint } = node.output(0);
    return { scale, zeroPoint, ...storedRange(to) };
  },
  invoke(node, { scale, zeroPoint, min, max }) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Int8Array | Uint8Array | Int16Array;
    for (let i = 0; i < output.length; i++) {
      const stored = (roundHalfAwayFromZero(Math.fround(input[i]! / scale)) || 0) + zeroPoint;
      output[i] = clamp(stored, min, max);
    }
  },
});
