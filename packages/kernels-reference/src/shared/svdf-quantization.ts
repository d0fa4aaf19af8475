import type { KernelNode } from "@thimble/core";
import { clamp } from "../arithmetic/clamp.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

/** How SVDF brings sums of features to the state's scale, and sums over time to the output's. */
export interface SvdfQuantization {
  readonly inputOffset: number;
  readonly stateZeroPoint: number;
  readonly outputOffset: number;
  readonly featureFactor: QuantizedMultiplier;
  readonly outputFactor: QuantizedMultiplier;
}

/** TFLM multiplies and divides these scales in float32. */
export function prepareSvdf(node: KernelNode): SvdfQuantization {
  const [input, feature, time, state, output] = [
    node.input(0),
    node.input(1),
    node.input(2),
    node.input(4),
    node.output(0),
  ];
  const factor = (a: number, b: number, c: number) => quantizeMultiplier(Math.fround(Math.fround(a * b) / c));
  return {
    inputOffset: offsetOf(input.zeroPoint),
    stateZeroPoint: state.zeroPoint,
    outputOffset: output.zeroPoint,
    featureFactor: factor(input.scale, feature.scale, state.scale),
    outputFactor: factor(state.scale, time.scale, output.scale),
  };
}

/** The stored int8 output for a sum over time. */
export function storeSvdf(sum: number, { outputFactor, outputOffset }: SvdfQuantization): number {
  const stored = multiplyByQuantizedMultiplier(sum, outputFactor.multiplier, outputFactor.shift) + outputOffset;
  return clamp(stored, -128, 127);
}
