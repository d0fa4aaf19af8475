const SEGMENTS = 128;

/** 2^16 × (log2(1 + x) − x) at x = i / 128. */
const CORRECTIONS: Uint16Array = Uint16Array.from({ length: SEGMENTS + 1 }, (_, i) =>
  Math.round(0x10000 * (Math.log2(1 + i / SEGMENTS) - i / SEGMENTS)),
);

/** 2^16 × ln 2. */
const LN_2 = 45426;

/** The fraction of log2 x in units of 2^-16, where 2^integer ≤ x < 2^(integer + 1): interpolated in 128 segments. */
function log2Fraction(x: number, integer: number): number {
  const rest = x - 2 ** integer;
  const fraction = integer < 16 ? rest * 2 ** (16 - integer) : Math.floor(rest / 2 ** (integer - 16));
  const segment = fraction >> 9;
  const start = CORRECTIONS[segment]!;
  const slope = CORRECTIONS[segment + 1]! - start;
  return fraction + start + ((slope * (fraction - (segment << 9))) >> 16);
}

/** scale × ln x of a uint32 from 1 on, rounded in fixed point; modulo 2^32 before the last shift, as in C. */
export function logFixedPoint(x: number, scale: number): number {
  const integer = 31 - Math.clz32(x);
  const log2 = integer * 0x10000 + log2Fraction(x, integer);
  const ln = Math.floor((LN_2 * log2 + 0x8000) / 0x10000);
  return (Math.imul(scale, ln) + 0x8000) >>> 16;
}
