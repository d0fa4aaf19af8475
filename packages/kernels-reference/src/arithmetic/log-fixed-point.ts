const SEGMENTS = 128;

/** Entries of the table: one for each segment of [1, 2), and its end. */
export const LOG_TABLE_LENGTH = 129;

/** Fills the table of 2^16 × (log2(1 + x) − x) at x = 0, 1/128, … 1: how far log2 lies over the straight line. */
export function fillLogTable(table: Uint16Array): void {
  for (let i = 0; i < LOG_TABLE_LENGTH; i++)
    table[i] = Math.round(0x10000 * (Math.log2(1 + i / SEGMENTS) - i / SEGMENTS));
}

/** 2^16 × ln 2. */
const LN_2 = 45426;

/**
 * The fraction of log2 x in units of 2^-16, where 2^integer ≤ x < 2^(integer + 1): from the table's 128 segments. TFLM
 * shifts the rise within a segment by 16 bits where 9 would interpolate, so that next to nothing is left of it.
 */
function log2Fraction(table: Uint16Array, x: number, integer: number): number {
  const rest = x - 2 ** integer;
  const fraction = integer < 16 ? rest * 2 ** (16 - integer) : Math.floor(rest / 2 ** (integer - 16));
  const segment = fraction >> 9;
  const start = table[segment]!;
  const slope = table[segment + 1]! - start;
  return fraction + start + ((slope * (fraction - (segment << 9))) >> 16);
}

/** scale × ln x of a uint32 from 1 on, rounded in fixed point; modulo 2^32 before the last shift, as in C. */
export function logFixedPoint(table: Uint16Array, x: number, scale: number): number {
  const integer = 31 - Math.clz32(x);
  const log2 = integer * 0x10000 + log2Fraction(table, x, integer);
  const ln = Math.floor((LN_2 * log2 + 0x8000) / 0x10000);
  return (Math.imul(scale, ln) + 0x8000) >>> 16;
}
