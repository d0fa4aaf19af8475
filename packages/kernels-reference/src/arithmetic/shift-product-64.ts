const TWO_32 = 2 ** 32;

/**
 * The low 32 bits of (a × b + c) >> shift in wrapping int64 arithmetic.
 *
 * @param a an integer of at most 47 bits and its sign
 * @param b an integer from 0 to 2^15 − 1
 * @param high @param low the upper and the lower 32 bits of c
 * @param shift from 1 to 63
 */
export function shiftProduct64(a: number, b: number, high: number, low: number, shift: number): number {
  const upper = Math.floor(a / TWO_32);
  const lowProduct = (a - upper * TWO_32) * b + low;
  const carry = Math.floor(lowProduct / TWO_32);
  const sumLow = (lowProduct - carry * TWO_32) >>> 0;
  const sumHigh = (upper * b + carry + high) | 0;
  if (shift >= 32) return sumHigh >> (shift - 32);
  return (sumLow >>> shift) | (sumHigh << (32 - shift));
}
