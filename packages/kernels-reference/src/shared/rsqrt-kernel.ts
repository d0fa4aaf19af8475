import { type Kernel, type KernelNode, nodeError, rsqrt } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { inverseSqrtMultiplier, inverseSqrtShift } from "../arithmetic/inverse-sqrt.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { SUFFIXES } from "./elements.ts";

const { fround } = Math;

/** Fractional bits of the reciprocal root of the stored value. */
const FRACTIONAL_BITS = 20;

/** What brings the reciprocal root of a stored value to the output's scale. */
export interface RsqrtQuantization extends ActivationRange {
  readonly inputZeroPoint: number;
  readonly outputZeroPoint: number;
  readonly factor: QuantizedMultiplier;
}

const prepareRsqrt = (node: KernelNode, range: ActivationRange): RsqrtQuantization => ({
  inputZeroPoint: node.input(0).zeroPoint,
  outputZeroPoint: node.output(0).zeroPoint,
  factor: quantizeMultiplier(1 / fround(fround(Math.sqrt(node.input(0).scale)) * node.output(0).scale)),
  ...range,
});

/** The stored output for an input less its zero point; that of 0 is the greatest. */
function rsqrtStored(centered: number, { outputZeroPoint, factor, min, max }: RsqrtQuantization): number {
  if (centered === 0) return max;
  const root = multiplyByQuantizedMultiplier(
    1,
    inverseSqrtMultiplier(centered),
    inverseSqrtShift(centered) + FRACTIONAL_BITS,
  );
  const scaled = multiplyByQuantizedMultiplier(root, factor.multiplier, factor.shift - FRACTIONAL_BITS);
  return clamp(scaled + outputZeroPoint, min, max);
}

export type RsqrtKernel = Kernel<void, RsqrtQuantization>;

/** The kernel of RSQRT for one integer type. Throws `NODE_INVALID` for a negative input. */
export const rsqrtKernel = (type: "int8" | "int16"): RsqrtKernel => ({
  name: `rsqrt_${SUFFIXES[type]}`,
  operator: rsqrt,
  types: `${type} -> ${type}`,
  inPlace: [0],
  prepare: (node) => prepareRsqrt(node, storedRange(type)),
  invoke(node, quantization) {
    const { inputZeroPoint } = quantization;
    const input = node.input(0).data as Int8Array | Int16Array;
    const output = node.output(0).data as Int8Array | Int16Array;
    for (let i = 0; i < output.length; i++) {
      const centered = input[i]! - inputZeroPoint;
      if (centered < 0) throw nodeError(node, `input[${i}] is negative, RSQRT is defined for positive numbers only`);
      output[i] = rsqrtStored(centered, quantization);
    }
  },
});
