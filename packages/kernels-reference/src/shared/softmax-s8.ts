import type { KernelNode, PrepareHost, Region } from "@thimble/core";
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

/** Exponentials of the differences that int8 inputs can have to their maximum. */
export interface Exponentials {
  readonly scale: DifferenceScale;
  /** Those of the differences 0 … 255, where more of them are needed than there are. */
  readonly table: Region<"int32"> | undefined;
}

const DIFFERENCES = 256;

/** Stores the exponentials of all differences. */
export function tabulateExponentials(host: PrepareHost, scale: DifferenceScale): Exponentials {
  const table = host.allocatePersistent("int32", DIFFERENCES);
  for (let difference = 0; difference < DIFFERENCES; difference++)
    table.data[difference] = exponentialOf(difference, scale);
  return { scale, table };
}

/** The exponentials of a softmax, in a table where a node has so many inputs that it saves work: each is needed twice. */
export const prepareExponentials = (node: KernelNode, host: PrepareHost, scale: DifferenceScale): Exponentials =>
  2 * node.input(0).size > DIFFERENCES ? tabulateExponentials(host, scale) : { scale, table: undefined };

/** e^(−unit × difference), Q0.31; 0 stands for those that are too small to count. */
const exponentialOf = (difference: number, scale: DifferenceScale): number =>
  difference <= scale.radius ? expOnNegativeValues(scaleDifference(difference, scale), DIFFERENCE_BITS) : 0;

export const exponentialAt = (difference: number, { scale, table }: Exponentials): number =>
  table ? table.data[difference]! : exponentialOf(difference, scale);

export function greatestS8(input: Int8Array, start: number, end: number): number {
  let greatest = -128;
  for (let i = start; i < end; i++) if (input[i]! > greatest) greatest = input[i]!;
  return greatest;
}

/** Σ of the exponentials of input[start … end), Q12.19. */
export function sumOfExponentials(
  exponentials: Exponentials,
  input: Int8Array,
  start: number,
  end: number,
  greatest: number,
): number {
  let sum = 0;
  for (let i = start; i < end; i++)
    sum = (sum + roundingDivideByPOT(exponentialAt(greatest - input[i]!, exponentials), SUM_BITS)) | 0;
  return sum;
}

/** exponential ÷ sum in units of 2^-bits. */
export const probability = (exponential: number, sum: number, reciprocalOfSum: number, bits: number): number =>
  roundingDivideByPOT(
    saturatingRoundingDoublingHighMul(reciprocalOfSum, exponential),
    SUM_BITS - Math.clz32(sum) + 31 - bits,
  );
