import { clamp } from "./clamp.ts";
import { roundingDivideByPOT, saturatingRoundingDoublingHighMul } from "./requantize.ts";

/*
 * Numbers here are int32 in the notation Qm.n: n fractional bits, m integer bits besides the sign, m + n = 31. The
 * functions repeat gemmlowp's fixedpoint.h step by step, since every rounding shows in the result.
 */

const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

const multiply = saturatingRoundingDoublingHighMul;

/** x × 2^exponent, saturated; exponent 0 to 31. */
export function saturatingShiftLeft(x: number, exponent: number): number {
  const scaled = x * 2 ** exponent;
  return clamp(scaled, INT32_MIN, INT32_MAX);
}

const EXP_MINUS_ONE_EIGHTH = 1895147668;
const ONE_THIRD = 715827883;
const ONE_EIGHTH = 1 << 28;

/** e^a for −¼ ≤ a < 0, Q0.31: the Taylor polynomial of fourth order around −⅛. */
function expBetweenMinusQuarterAndZero(a: number): number {
  const x = (a + ONE_EIGHTH) | 0;
  const x2 = multiply(x, x);
  const x3 = multiply(x2, x);
  const x4 = multiply(x2, x2);
  const cubic = multiply((roundingDivideByPOT(x4, 2) + x3) | 0, ONE_THIRD);
  const tail = roundingDivideByPOT((cubic + x2) | 0, 1);
  return (EXP_MINUS_ONE_EIGHTH + multiply(EXP_MINUS_ONE_EIGHTH, (x + tail) | 0)) | 0;
}

/** e^−2^k in Q0.31 for k = −2 … 4. */
const EXP_OF_POWERS = [1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242] as const;

/**
 * e^a for a ≤ 0: Q(integerBits).n to Q0.31, integerBits 0 to 5.
 *
 * a is a remainder in [−¼, 0) less a multiple of ¼; each bit of the multiple is a factor e^−2^k.
 */
export function expOnNegativeValues(a: number, integerBits: number): number {
  if (a === 0) return INT32_MAX;
  const fractionalBits = 31 - integerBits;
  const quarter = 1 << (fractionalBits - 2);
  const remainder = (a & (quarter - 1)) - quarter;
  const multiple = (remainder - a) | 0;
  let result = expBetweenMinusQuarterAndZero(remainder << integerBits);
  for (let k = -2; k < integerBits; k++) {
    if (multiple & (1 << (fractionalBits + k))) result = multiply(result, EXP_OF_POWERS[k + 2]!);
  }
  return result;
}

const FORTY_EIGHT_SEVENTEENTHS_Q2 = 1515870810;
const MINUS_THIRTY_TWO_SEVENTEENTHS_Q2 = -1010580540;
const ONE_Q2 = 1 << 29;

/** 2 / (1 + a) for 0 ≤ a ≤ 1: Q0.31 to Q2.29, by three steps of Newton and Raphson. */
function twoOverOnePlus(a: number): number {
  const halfDenominator = Math.floor((a + INT32_MAX + 1) / 2);
  let x = (FORTY_EIGHT_SEVENTEENTHS_Q2 + multiply(halfDenominator, MINUS_THIRTY_TWO_SEVENTEENTHS_Q2)) | 0;
  for (let step = 0; step < 3; step++) {
    const error = (ONE_Q2 - multiply(halfDenominator, x)) | 0;
    x = (x + saturatingShiftLeft(multiply(x, error), 2)) | 0;
  }
  return x;
}

/** 1 / (1 + a) for 0 ≤ a ≤ 1, Q0.31. */
export const oneOverOnePlus = (a: number): number => saturatingShiftLeft(twoOverOnePlus(a), 1);

/** (1 − a) / (1 + a) for 0 ≤ a ≤ 1, Q0.31. */
const oneMinusOverOnePlus = (a: number): number => saturatingShiftLeft((twoOverOnePlus(a) - ONE_Q2) | 0, 2);

/** 1 / (1 + e^−a): Q(integerBits).n to Q0.31, integerBits 0 to 5. */
export function logisticFixedPoint(a: number, integerBits: number): number {
  if (a === 0) return 1 << 30;
  const ofMagnitude = oneOverOnePlus(expOnNegativeValues(a > 0 ? -a | 0 : a, integerBits));
  return a > 0 ? ofMagnitude : INT32_MAX - ofMagnitude;
}

/** tanh a: Q(integerBits).n to Q0.31, integerBits 0 to 4. */
export function tanhFixedPoint(a: number, integerBits: number): number {
  if (a === 0) return 0;
  const ofMagnitude = oneMinusOverOnePlus(expOnNegativeValues(a < 0 ? a : -a, integerBits + 1));
  return a < 0 ? -ofMagnitude : ofMagnitude;
}
