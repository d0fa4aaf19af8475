import type { BufferReport } from "./plan-report.ts";

/** The steps that a picture shows. */
export interface TimeRange {
  readonly first: number;
  readonly count: number;
}

/** From the first use of any buffer to the last one. */
export function timeRange(buffers: readonly BufferReport[]): TimeRange {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { firstUse, lastUse } of buffers) {
    first = Math.min(first, firstUse);
    last = Math.max(last, lastUse);
  }
  return buffers.length > 0 ? { first, count: last - first + 1 } : { first: 0, count: 1 };
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is at least so much: how far apart labels are. */
export function niceStride(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((stride) => stride >= least)!;
}
