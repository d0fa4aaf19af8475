const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

/**
 * ⌊a × b ÷ 2^31⌉ of two int32, half rounded up, saturated (gemmlowp's `SaturatingRoundingDoublingHighMul`).
 *
 * The product has 62 bits, a double holds 53: b is split into a signed upper and an unsigned lower half of 16 bits.
 */
export function saturatingRoundingDoublingHighMul(a: number, b: number): number {
  if (a === INT32_MIN && b === INT32_MIN) return INT32_MAX;
  const low = Math.floor((a * (b & 0xffff) + 0x40000000) / 0x10000);
  return Math.floor((a * (b >> 16) + low) / 0x8000) | 0;
}

/**
 * ⌊x ÷ 2^exponent⌉ of an int32, half rounded away from zero (gemmlowp's `RoundingDivideByPOT`); exponent 0 to 31.
 *
 * The comparison of the remainder with a half is a sign bit, not a branch: no branch predictor can learn remainders.
 */
export function roundingDivideByPOT(x: number, exponent: number): number {
  const mask = ((1 << exponent) - 1) | 0;
  const threshold = (mask >> 1) + (x >>> 31);
  return (x >> exponent) + ((threshold - (x & mask)) >>> 31);
}

/**
 * ⌊x × multiplier × 2^(shift − 31)⌉ of an int32 accumulator, the whole product rounded once, half up; the low 32 bits of
 * the result, as TFLite with `TFLITE_SINGLE_ROUNDING`.
 *
 * The product has 62 bits, a double holds 53: the multiplier is split into an upper and a lower half of 16 bits.
 */
export function multiplyRoundingOnce(x: number, multiplier: number, shift: number): number {
  const totalShift = 31 - shift;
  const high = x * (multiplier >> 16);
  const low = x * (multiplier & 0xffff);
  return totalShift > 16
    ? Math.floor((high + 2 ** (totalShift - 17) + Math.floor(low / 0x10000)) / 2 ** (totalShift - 16)) | 0
    : (((high * 2 ** (16 - totalShift)) | 0) + Math.floor((low + 2 ** (totalShift - 1)) / 2 ** totalShift)) | 0;
}

/** Whether the kernel that runs rounds once; see {@link roundOnce}. */
let roundsOnce = false;

/** Says how {@link multiplyByQuantizedMultiplier} rounds from now on; returns how it did before. */
export function roundOnce(once: boolean): boolean {
  const before = roundsOnce;
  roundsOnce = once;
  return before;
}

/**
 * x × multiplier × 2^(shift − 31) of an int32 accumulator with TFLM's double rounding: first the doubling high
 * multiply, then the division by a power of two. The shift to the left wraps, as in C on every target.
 *
 * 0 − shift, because −shift is the double −0 for a shift of 0, which V8 passes on the heap.
 */
export function multiplyByQuantizedMultiplier(x: number, multiplier: number, shift: number): number {
  if (roundsOnce) return multiplyRoundingOnce(x, multiplier, shift);
  return shift > 0
    ? saturatingRoundingDoublingHighMul(x << shift, multiplier)
    : roundingDivideByPOT(saturatingRoundingDoublingHighMul(x, multiplier), 0 - shift);
}

/** A multiplier of 31 bits rounded to 15, as TFLM's int16×int8 path takes it. */
export const reduceMultiplier = (multiplier: number): number =>
  multiplier < 0x7fff0000 ? (multiplier + 0x8000) >> 16 : 0x7fff;

/**
 * The same factor applied to an int64 accumulator as TFLM's int16×int8 path does: the multiplier is reduced to 16 bits
 * and the product rounded once, half up. |x| < 2^47; the low 32 bits of the result are returned.
 *
 * The product has 62 bits: x is split into a signed upper and an unsigned lower part of 24 bits.
 */
export function multiplyByQuantizedMultiplier64(x: number, multiplier: number, shift: number): number {
  const reduced = reduceMultiplier(multiplier);
  const totalShift = 15 - shift;
  const high = Math.floor(x / 0x1000000);
  const low = x - high * 0x1000000;
  const rounded = low * reduced + 2 ** (totalShift - 1);
  return totalShift >= 24
    ? Math.floor((high * reduced + Math.floor(rounded / 0x1000000)) / 2 ** (totalShift - 24)) | 0
    : (((high * reduced * 2 ** (24 - totalShift)) | 0) + Math.floor(rounded / 2 ** totalShift)) | 0;
}
