import type { KernelNode, PrepareHost, Region, SoftmaxParams } from "@thimble/core";
import { expOnNegativeValues } from "../arithmetic/fixed-point.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import {
  multiplyByQuantizedMultiplier,
  roundingDivideByPOT,
  saturatingRoundingDoublingHighMul,
} from "../arithmetic/requantize.ts";

/** Integer bits of a difference to the maximum, and of the sum of exponentials. */
export const DIFFERENCE_BITS = 5;
export const SUM_BITS = 12;

/** What brings the difference of two int8 to Q5.26; a difference over `radius` is too great to be brought there. */
export interface DifferenceScale extends QuantizedMultiplier {
  readonly radius: number;
}

/** The scale of differences whose real unit is `unit`; a greater unit than 2^5 counts as that. */
export function differenceScale(unit: number): DifferenceScale {
  const factor = quantizeMultiplier(Math.min(unit * 2 ** (31 - DIFFERENCE_BITS), 2 ** 31 - 1));
  const radius = Math.floor(((2 ** DIFFERENCE_BITS - 1) * 2 ** (31 - DIFFERENCE_BITS)) / 2 ** factor.shift);
  return { ...factor, radius };
}

/** −difference, Q5.26. */
export const scaleDifference = (difference: number, { multiplier, shift }: DifferenceScale): number =>
  multiplyByQuantizedMultiplier(-difference, multiplier, shift);

/**
 * Stores e^(−unit × d), Q0.31, for the differences d = 0 … 255 that int8 inputs can have to their maximum. 0 stands
 * for those that are too small to count.
 */
export function allocateExponentials(host: PrepareHost, scale: DifferenceScale): Region<"int32"> {
  const exponentials = host.allocatePersistent("int32", 256);
  for (let difference = 0; difference <= 255; difference++)
    exponentials.data[difference] =
      difference <= scale.radius ? expOnNegativeValues(scaleDifference(difference, scale), DIFFERENCE_BITS) : 0;
  return exponentials;
}

/** The exponentials of softmax, whose inputs are multiplied by beta. */
export const prepareExponentials = (node: KernelNode<SoftmaxParams>, host: PrepareHost): Region<"int32"> =>
  allocateExponentials(host, differenceScale(node.params.beta * node.input(0).scale));

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

/** exponential ÷ sum in units of 2^-bits. */
export const probability = (exponential: number, sum: number, reciprocalOfSum: number, bits: number): number =>
  roundingDivideByPOT(
    saturatingRoundingDoublingHighMul(reciprocalOfSum, exponential),
    SUM_BITS - Math.clz32(sum) + 31 - bits,
  );
