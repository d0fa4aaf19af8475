import type { KernelNode, LeakyReluParams } from "@thimble/core";
import { type ActivationRange, type StoredType, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

const { fround } = Math;

/** What brings an input to the output's scale: one factor from 0 on, another, with a sign of its own, under 0. */
export interface LeakyReluQuantization extends ActivationRange {
  readonly inputZeroPoint: number;
  readonly outputZeroPoint: number;
  readonly identity: QuantizedMultiplier;
  readonly slope: QuantizedMultiplier;
  readonly slopeSign: number;
}

/** TFLM multiplies and divides these numbers in float32. */
export function prepareLeakyRelu(node: KernelNode<LeakyReluParams>): LeakyReluQuantization {
  const [input, output] = [node.input(0), node.output(0)];
  const slope = fround(fround(input.scale * node.params.alpha) / output.scale);
  return {
    inputZeroPoint: input.zeroPoint,
    outputZeroPoint: output.zeroPoint,
    identity: quantizeMultiplier(fround(input.scale / output.scale)),
    slope: quantizeMultiplier(Math.abs(slope)),
    slopeSign: slope < 0 ? -1 : 1,
    ...storedRange(output.type as StoredType),
  };
}

/** The stored output for a stored input. */
export function leakyReluStored(stored: number, quantization: LeakyReluQuantization): number {
  const { inputZeroPoint, outputZeroPoint, identity, slope, slopeSign, min, max } = quantization;
  const centered = stored - inputZeroPoint;
  const scaled =
    centered >= 0
      ? multiplyByQuantizedMultiplier(centered, identity.multiplier, identity.shift)
      : slopeSign * multiplyByQuantizedMultiplier(centered, slope.multiplier, slope.shift);
  return clamp(scaled + outputZeroPoint, min, max);
}
