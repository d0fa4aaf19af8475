import type { KernelNode } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

/** What RELU needs to bring an input to the output's scale and clamp it. */
export interface ReluQuantization extends ActivationRange {
  readonly inputOffset: number;
  readonly outputOffset: number;
  readonly factor: QuantizedMultiplier;
}

/** TFLM divides the scales in float32 here. */
export function prepareRelu(node: KernelNode): ReluQuantization {
  const [input, output] = [node.input(0), node.output(0)];
  return {
    inputOffset: offsetOf(input.zeroPoint),
    outputOffset: output.zeroPoint,
    factor: quantizeMultiplier(Math.fround(input.scale / output.scale)),
    ...activationRangeQuantized("RELU", output),
  };
}

/** The stored output for a stored input. */
export function reluStored(stored: number, { inputOffset, outputOffset, factor, min, max }: ReluQuantization): number {
  const scaled = multiplyByQuantizedMultiplier(stored + inputOffset, factor.multiplier, factor.shift) + outputOffset;
  return clamp(scaled, min, max);
}
