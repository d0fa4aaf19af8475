/** Nearest integer, half away from zero (C's `round`). Exact for every double: adding 0.5 first would not be. */
export function roundHalfAwayFromZero(x: number): number {
  const truncated = Math.trunc(x);
  return Math.abs(x - truncated) >= 0.5 ? truncated + Math.sign(x) : truncated;
}

/** dividend ÷ divisor of an int32 and a positive integer, rounded to the nearest integer, half away from zero. */
export function divideRoundingHalfAwayFromZero(dividend: number, divisor: number): number {
  const half = divisor >> 1;
  return ((dividend > 0 ? dividend + half : dividend - half) / divisor) | 0;
}
