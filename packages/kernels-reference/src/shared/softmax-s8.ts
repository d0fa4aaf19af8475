import type { KernelNode, PrepareHost, Region, SoftmaxParams } from "@thimble/core";
import { expOnNegativeValues, oneOverOnePlus } from "../arithmetic/fixed-point.ts";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import {
  multiplyByQuantizedMultiplier,
  roundingDivideByPOT,
  saturatingRoundingDoublingHighMul,
} from "../arithmetic/requantize.ts";

/** Integer bits of a difference to the maximum, and of the sum of exponentials. */
const DIFFERENCE_BITS = 5;
const SUM_BITS = 12;

/**
 * Stores e^(−beta × scale × d), Q0.31, for the differences d = 0 … 255 that int8 inputs can have to their maximum. 0
 * stands for those that are too small to count.
 */
export function prepareExponentials(node: KernelNode<SoftmaxParams>, host: PrepareHost): Region<"int32"> {
  const exponentials = host.allocatePersistent("int32", 256);
  const factor = node.params.beta * node.input(0).scale * 2 ** (31 - DIFFERENCE_BITS);
  const { multiplier, shift } = quantizeMultiplier(Math.min(factor, 2 ** 31 - 1));
  const radius = Math.floor(((2 ** DIFFERENCE_BITS - 1) * 2 ** (31 - DIFFERENCE_BITS)) / 2 ** shift);
  for (let difference = 0; difference <= 255; difference++) {
    const scaled = multiplyByQuantizedMultiplier(-difference, multiplier, shift);
    exponentials.data[difference] = difference <= radius ? expOnNegativeValues(scaled, DIFFERENCE_BITS) : 0;
  }
  return exponentials;
}

export function greatestS8(input: Int8Array, start: number, end: number): number {
  let greatest = -128;
  for (let i = start; i < end; i++) if (input[i]! > greatest) greatest = input[i]!;
  return greatest;
}

/** Σ of the exponentials of input[start … end), Q12.19. */
export function sumOfExponentials(
  exponentials: Int32Array,
  input: Int8Array,
  start: number,
  end: number,
  greatest: number,
): number {
  let sum = 0;
  for (let i = start; i < end; i++)
    sum = (sum + roundingDivideByPOT(exponentials[greatest - input[i]!]!, SUM_BITS)) | 0;
  return sum;
}

/** 1 ÷ sum as a fraction, Q0.31; {@link probability} makes up for the power of two that brought the sum to [1, 2). */
export const reciprocal = (sum: number): number => oneOverOnePlus(((sum << Math.clz32(sum)) - (1 << 31)) | 0);

/** exponential ÷ sum in units of 2^-bits. */
export const probability = (exponential: number, sum: number, reciprocalOfSum: number, bits: number): number =>
  roundingDivideByPOT(
    saturatingRoundingDoublingHighMul(reciprocalOfSum, exponential),
    SUM_BITS - Math.clz32(sum) + 31 - bits,
  );
