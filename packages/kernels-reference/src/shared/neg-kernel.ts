import { type Kernel, neg } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { SUFFIXES } from "./elements.ts";

export interface NegQuantization extends ActivationRange {
  readonly factor: QuantizedMultiplier;
}

export type NegKernel = Kernel<void, NegQuantization>;

/** The kernel of NEG for one integer type: the centered input is negated, then requantized. */
export const negKernel = (type: "int8" | "int16"): NegKernel => ({
  name: `neg_${SUFFIXES[type]}`,
  operator: neg,
  types: `${type} -> ${type}`,
  inPlace: [0],
  beyondTflm: true,
  prepare: (node) => ({
    factor: quantizeMultiplier(node.input(0).scale / node.output(0).scale),
    ...storedRange(type),
  }),
  invoke(node, { factor, min, max }) {
    const inputZeroPoint = node.input(0).zeroPoint;
    const outputZeroPoint = node.output(0).zeroPoint;
    const input = node.input(0).data as Int8Array | Int16Array;
    const output = node.output(0).data as Int8Array | Int16Array;
    for (let i = 0; i < output.length; i++) {
      const negated = inputZeroPoint - input[i]!;
      const stored = multiplyByQuantizedMultiplier(negated, factor.multiplier, factor.shift) + outputZeroPoint;
      output[i] = clamp(stored, min, max);
    }
  },
});
