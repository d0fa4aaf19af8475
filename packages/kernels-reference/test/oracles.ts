/** gemmlowp's and TFLite's definitions, written with integers of any size, to hold the fast arithmetic against. */

export const INT32_MAX: number = 2 ** 31 - 1;
export const INT32_MIN: number = -(2 ** 31);

const toInt32 = (x: bigint): number => Number(BigInt.asIntN(32, x));

/** The doubled product's upper half: half away from zero by a nudge and a division that truncates, saturated. */
export function highMul(a: number, b: number): number {
  if (a === INT32_MIN && b === INT32_MIN) return INT32_MAX;
  const product = BigInt(a) * BigInt(b);
  const nudge = product >= 0n ? 1n << 30n : 1n - (1n << 30n);
  return Number((product + nudge) / (1n << 31n));
}

/** x ÷ 2^exponent, half away from zero. */
export function divideByPowerOfTwo(x: number, exponent: number): number {
  const divisor = 1n << BigInt(exponent);
  const magnitude = (2n * BigInt(Math.abs(x)) + divisor) / (2n * divisor);
  return Number(x < 0 ? -magnitude : magnitude);
}

export const multiply32 = (x: number, multiplier: number, shift: number): number =>
  shift > 0
    ? highMul(toInt32(BigInt(x) << BigInt(shift)), multiplier)
    : divideByPowerOfTwo(highMul(x, multiplier), -shift);

/** One rounding of the whole product, half up. */
export function multiplyOnce(x: number, multiplier: number, shift: number): number {
  const total = BigInt(31 - shift);
  return toInt32((BigInt(x) * BigInt(multiplier) + (1n << (total - 1n))) >> total);
}

export function multiply64(x: number, multiplier: number, shift: number): number {
  const reduced = multiplier < 0x7fff0000 ? (multiplier + 0x8000) >> 16 : 0x7fff;
  const total = BigInt(15 - shift);
  return toInt32((BigInt(x) * BigInt(reduced) + (1n << (total - 1n))) >> total);
}

/** A deterministic stream of 32-bit numbers (xorshift). */
export function randomInt32(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state | 0;
  };
}

/** Random bits that lose up to 31 of the upper ones, so that small numbers come as often as large ones. */
export function anyMagnitude(next: () => number): number {
  return next() >> (next() & 31);
}
