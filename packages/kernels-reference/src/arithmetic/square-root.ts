const TWO_32 = 2 ** 32;

/**
 * √n of a uint64 given in halves, rounded to the nearest integer; what would round up to 2^16 from fewer than 2^32, or
 * to 2^32, is rounded down.
 */
export function squareRoot64(high: number, low: number): number {
  const greatest = high === 0 ? 0xffff : 0xffffffff;
  let root = Math.min(greatest, Math.floor(Math.sqrt(high * TWO_32 + low)));
  let rest = remainder(high, low, root);
  for (; rest < 0; root--) rest += 2 * root - 1;
  for (; rest > 2 * root && root < greatest; root++) rest -= 2 * root + 1;
  return rest > root && root < greatest ? root + 1 : root;
}

/** n − root². The root is split into halves of 16 bits: the differences of the upper terms are exact in doubles. */
function remainder(high: number, low: number, root: number): number {
  const upper = root >>> 16;
  const lower = root & 0xffff;
  return (high - upper * upper) * TWO_32 - 2 * upper * lower * 0x10000 + (low - lower * lower);
}
