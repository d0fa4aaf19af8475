import type { KernelNode, ReduceParams } from "@thimble/core";
import { type ActivationRange, type StoredType, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { prepareReduction, type Reduction } from "./reduction.ts";

/** What turns a sum of stored inputs into the stored mean. */
export interface MeanQuantization {
  readonly reduction: Reduction;
  /** Zero point of the input times the number of elements. */
  readonly sumOffset: number;
  readonly outputOffset: number;
  readonly factor: QuantizedMultiplier;
  readonly range: ActivationRange;
}

/** factor ÷ count: the multiplier is shifted up by the bits of the count first, as far as the shift allows. */
function divideFactor({ multiplier, shift }: QuantizedMultiplier, count: number): QuantizedMultiplier {
  const bits = Math.min(31 - Math.clz32(count), 31 + shift);
  return { multiplier: Number((BigInt(multiplier) << BigInt(bits)) / BigInt(count)), shift: shift - bits };
}

export function prepareMean(node: KernelNode<ReduceParams>): MeanQuantization {
  const [input, output] = [node.input(0), node.output(0)];
  const reduction = prepareReduction(node);
  return {
    reduction,
    sumOffset: input.zeroPoint * reduction.count,
    outputOffset: output.zeroPoint,
    factor: divideFactor(quantizeMultiplier(input.scale / output.scale), Math.max(1, reduction.count)),
    range: storedRange(output.type as StoredType),
  };
}

/** The stored mean for a sum of stored inputs; the mean of nothing is stored as 0. */
export function storeMean(
  sum: number,
  { reduction, sumOffset, outputOffset, factor, range }: MeanQuantization,
): number {
  if (reduction.count === 0) return 0;
  const centered = (sum - sumOffset) | 0;
  const stored = multiplyByQuantizedMultiplier(centered, factor.multiplier, factor.shift) + outputOffset;
  return clamp(stored, range.min, range.max);
}
