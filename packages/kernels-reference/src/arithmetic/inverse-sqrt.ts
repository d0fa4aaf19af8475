import { saturatingShiftLeft } from "./fixed-point.ts";
import { roundingDivideByPOT, saturatingRoundingDoublingHighMul } from "./requantize.ts";

/*
 * 1 / √x of a positive int32 as a factor: multiplier × 2^(shift − 31), the multiplier and the shift each by a function
 * of its own. The steps are those of TFLite's `GetInvSqrtQuantizedMultiplierExp`, since every rounding shows.
 */

const multiply = saturatingRoundingDoublingHighMul;

const ONE_Q3 = 1 << 28;
const THREE_HALVES_Q3 = (1 << 28) + (1 << 27);
const HALF_SQRT_2_Q0 = 1518500250;
const INT32_MAX = 2 ** 31 - 1;

/** Pairs of bits by which x goes left (−1: right) to lie between 2^27 and 2^29. */
const pairsToNormalize = (x: number): number => (x >= 1 << 29 ? -1 : ((Math.clz32(x) - 1) >> 1) - 1);

/** 1 / √x of a normalized x, Q3.28, by five steps of Newton and Raphson from 1. */
function newtonRaphson(normalized: number): number {
  const halfInput = roundingDivideByPOT(normalized >> 1, 1);
  let x = ONE_Q3;
  for (let step = 0; step < 5; step++) {
    const cubed = saturatingShiftLeft(multiply(multiply(x, x), x), 6);
    x = saturatingShiftLeft((multiply(THREE_HALVES_Q3, x) - multiply(halfInput, cubed)) | 0, 3);
  }
  return multiply(x, HALF_SQRT_2_Q0);
}

/** The multiplier of 1 / √x; for x ≤ 1 the greatest, which stands for 1. */
export function inverseSqrtMultiplier(x: number): number {
  if (x <= 1) return INT32_MAX;
  const pairs = pairsToNormalize(x);
  return newtonRaphson(pairs >= 0 ? x << (2 * pairs) : x >> 2) << Math.max(0, pairs - 11);
}

/** The shift of 1 / √x: 0 or negative, to the right. */
export const inverseSqrtShift = (x: number): number => (x <= 1 ? 0 : Math.min(0, pairsToNormalize(x) - 11));
