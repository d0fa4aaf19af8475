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

/** Nearest integer, half to the even one. */
export function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  const beyond = x - floor;
  return beyond < 0.5 || (beyond === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}
