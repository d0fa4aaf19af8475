import { clamp } from "./clamp.ts";
import { roundHalfAwayFromZero } from "./round.ts";

/** Entries of a table: 512 intervals of 128 int16 inputs, and the end of the last. */
export const INTERPOLATED_TABLE_LENGTH = 513;

const { fround } = Math;

const round = (x: number): number => roundHalfAwayFromZero(x);

const toInt16 = (x: number): number => clamp(x, -32768, 32767);

/**
 * Fills a table of f over [inputMin, inputMax] in units of 1 / outputScale (TFLite's `LUTPopulate<int16_t>`). Each
 * entry gives way by half the interpolation's error in the middle of the interval behind it. All steps are rounded to
 * float32, as the C code's are.
 */
export function fillInterpolatedTable(
  table: Int16Array,
  f: (x: number) => number,
  inputMin: number,
  inputMax: number,
  outputScale: number,
): void {
  const step = fround(fround(inputMax - inputMin) / 512);
  const scaled = (x: number): number => fround(fround(f(x)) * outputScale);
  for (let i = 0; i < 512; i++) {
    const start = fround(inputMin + fround(i * step));
    const end = fround(inputMin + fround((i + 1) * step));
    const middle = round(scaled(fround(start + fround(step / 2))));
    const sample = round(scaled(start));
    const interpolated = round(fround(fround(scaled(end) + sample) / 2));
    table[i] = toInt16(sample - round((interpolated - middle) / 2));
  }
  table[512] = toInt16(round(scaled(inputMax)));
}

/** f of an int16 between two entries of its table: linear, rounded half up. */
export function lookUpInterpolated(table: Int16Array, x: number): number {
  const index = 256 + (x >> 7);
  const base = table[index]!;
  const slope = ((table[index + 1]! - base) << 16) >> 16;
  return base + ((Math.imul(slope, x & 0x7f) + 64) >> 7);
}
