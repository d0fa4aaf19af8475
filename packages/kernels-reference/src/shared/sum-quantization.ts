import type { ArithmeticParams, KernelNode } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

/** How ADD and SUB bring two quantized terms to a common scale, and their sum to the output's. */
export interface SumQuantization {
  readonly first: TermQuantization;
  readonly second: TermQuantization;
  readonly outputOffset: number;
  readonly outputFactor: QuantizedMultiplier;
  readonly activation: ActivationRange;
}

/** How one term is brought to the common scale. */
export interface TermQuantization {
  /** −(zero point). */
  readonly offset: number;
  /** Bits by which a term is shifted left beforehand, so that rounding loses little. */
  readonly leftShift: number;
  readonly factor: QuantizedMultiplier;
}

/**
 * Relates both inputs to twice the greater scale. ADD computes the factors in double, SUB rounds each operation to
 * float32: `round` is the rounding.
 */
export function prepareSum(node: KernelNode<ArithmeticParams>, round: (factor: number) => number): SumQuantization {
  const [first, second, output] = [node.input(0), node.input(1), node.output(0)];
  const leftShift = output.type === "int16" ? 15 : 20;
  const common = 2 * Math.max(first.scale, second.scale);
  const term = ({ scale, zeroPoint }: { readonly scale: number; readonly zeroPoint: number }): TermQuantization => ({
    offset: offsetOf(zeroPoint),
    leftShift,
    factor: quantizeMultiplier(round(scale / common)),
  });
  return {
    first: term(first),
    second: term(second),
    outputOffset: output.zeroPoint,
    outputFactor: quantizeMultiplier(round(common / round(2 ** leftShift * output.scale))),
    activation: activationRangeQuantized(node.params.activation, output),
  };
}

/** A stored value in units of the common scale. */
export const scaleTerm = (stored: number, { offset, leftShift, factor }: TermQuantization): number =>
  multiplyByQuantizedMultiplier((stored + offset) << leftShift, factor.multiplier, factor.shift);

/** The stored output for a sum in units of the common scale. */
export function storeSum(sum: number, { outputFactor, outputOffset, activation }: SumQuantization): number {
  const stored = multiplyByQuantizedMultiplier(sum, outputFactor.multiplier, outputFactor.shift) + outputOffset;
  return clamp(stored, activation.min, activation.max);
}
