import { clamp } from "./clamp.ts";
import { oneOverOnePlus, saturatingShiftLeft } from "./fixed-point.ts";
import { roundingDivideByPOT, saturatingRoundingDoublingHighMul } from "./requantize.ts";

const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

const multiply = saturatingRoundingDoublingHighMul;

/** Integer bits of the sum of the two parts of the result: one more than the result's 5. */
const SUM_BITS = 6;

const LOG_2 = 1488522236;
const FOURTH_ROOT_OF_HALF = 1805811301;
const ROOT_OF_HALF = 1518500250;
/** ¼, Q6.25. */
const QUARTER = 1 << 23;

/*
 * Coefficients of a rational approximation of ln x around 2^-¼, Q0.31: 11/240 × √√2, 1/20 × √√2, 2/√√2 − √√2 and
 * ¼ × √√2.
 */
const NUMERATOR_CUBIC = 117049297;
const DENOMINATOR_SQUARE = 127690142;
const DENOMINATOR_CONSTANT = 1057819769;
const DENOMINATOR_LINEAR = 638450708;

const addSaturated = (a: number, b: number): number => clamp(a + b, INT32_MIN, INT32_MAX);

/** A whole number, Q6.25. */
const powerOf = (power: number): number => saturatingShiftLeft(power, 31 - SUM_BITS);

/** (a + b) / 2, half away from zero. */
const halfSum = (a: number, b: number): number => Math.trunc((a + b + (a + b >= 0 ? 1 : -1)) / 2);

/** ln (r × √√2) for a mantissa r, Q0.31, between ½ and 1: the result is Q6.25. */
function logOfMantissa(r: number): number {
  const p = halfSum(r, FOURTH_ROOT_OF_HALF);
  const q = ((r - FOURTH_ROOT_OF_HALF) * 2) | 0;
  const square = multiply(q, q);
  const numerator = (multiply(q, r) + multiply(multiply(q, square), NUMERATOR_CUBIC)) | 0;
  const polynomial = (DENOMINATOR_CONSTANT + q + multiply(DENOMINATOR_SQUARE, square)) | 0;
  const denominator = (multiply(p, polynomial) + multiply(DENOMINATOR_LINEAR, q)) | 0;
  return multiply(roundingDivideByPOT(numerator, SUM_BITS), oneOverOnePlus(denominator));
}

/**
 * ln x for x ≥ 1: Q(integerBits).n to Q5.26, step by step as TFLite's `log_x_for_x_greater_than_or_equal_to_1`.
 *
 * x is a power of two times a mantissa; of two ways to split it, by x and by x × √½, the one counts whose mantissa is
 * nearer to 2^-¼.
 */
export function logOfAtLeastOne(x: number, integerBits: number): number {
  const leading = Math.clz32(x);
  const mantissaA = saturatingShiftLeft(multiply(saturatingShiftLeft(x, leading - 1), ROOT_OF_HALF), 1);
  const powerA = addSaturated(powerOf(integerBits - leading), QUARTER);
  const headroom = Math.clz32(multiply(x, ROOT_OF_HALF)) - 1;
  const mantissaB = saturatingShiftLeft(x, headroom);
  const powerB = addSaturated(powerOf(integerBits - headroom), -QUARTER);
  const power = Math.max(powerA, powerB);
  const logarithm = (multiply(power, LOG_2) + logOfMantissa(Math.min(mantissaA, mantissaB))) | 0;
  return saturatingShiftLeft(logarithm, 1);
}
