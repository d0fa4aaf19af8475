/** Nearest integer, half away from zero (C's `round`). Exact for every double: adding 0.5 first would not be. */
export function roundHalfAwayFromZero(x: number): number {
  const truncated = Math.trunc(x);
  return Math.abs(x - truncated) >= 0.5 ? truncated + Math.sign(x) : truncated;
}
