import type { KernelNode } from "@thimble/core";
import { type ActivationRange, type StoredType, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

/** What brings an absolute value to the output's scale. */
export interface AbsQuantization extends ActivationRange {
  readonly inputZeroPoint: number;
  readonly outputZeroPoint: number;
  /** Undefined where both scales are the same, and where there are none. */
  readonly factor: QuantizedMultiplier | undefined;
}

/** TFLM divides the scales in float32 here. */
export function prepareAbs(node: KernelNode<void>): AbsQuantization {
  const [input, output] = [node.input(0), node.output(0)];
  const rescales = input.quantization !== undefined && input.scale !== output.scale;
  return {
    inputZeroPoint: input.zeroPoint,
    outputZeroPoint: output.zeroPoint,
    factor: rescales ? quantizeMultiplier(Math.fround(input.scale / output.scale)) : undefined,
    ...storedRange(output.type as StoredType),
  };
}

/** The stored output for a stored input. */
export function absStored(stored: number, quantization: AbsQuantization): number {
  const { inputZeroPoint, outputZeroPoint, factor, min, max } = quantization;
  const magnitude = Math.abs(stored - inputZeroPoint);
  const scaled = factor ? multiplyByQuantizedMultiplier(magnitude, factor.multiplier, factor.shift) : magnitude;
  return clamp(scaled + outputZeroPoint, min, max);
}
