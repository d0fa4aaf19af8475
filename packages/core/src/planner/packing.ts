import { alignUp, type PlanBuffer } from "./plan.ts";

/**
 * Buffers as planners see them: rectangles of a height in bytes over a range of sections. A section is a
 * largest set of buffers in use at one step; two buffers are in use together exactly when they share a section.
 */
export interface Packing extends Sweep {
  readonly count: number;
  /** Bytes of each buffer, aligned up. */
  readonly sizes: Float64Array;
  /** Steps for which each buffer is in use. */
  readonly lifetimes: Float64Array;
}

interface Sweep {
  /** The sections of each buffer: from the first (included) to the last (excluded). */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How many sections there are. */
  readonly sections: number;
}

/** The rectangles of buffers, with their sizes aligned up to a multiple of `alignment` bytes. */
export function packingOf(buffers: readonly PlanBuffer[], alignment: number): Packing {
  return {
    ...sweep(buffers),
    count: buffers.length,
    sizes: Float64Array.from(buffers, ({ size }) => alignUp(size, alignment)),
    lifetimes: Float64Array.from(buffers, ({ firstUse, lastUse }) => lastUse - firstUse + 1),
  };
}

/** A section ends where a buffer ends after another has begun. */
function sweep(buffers: readonly PlanBuffer[]): Sweep {
  const from = new Int32Array(buffers.length);
  const to = new Int32Array(buffers.length);
  const indices = buffers.map((_, index) => index);
  const begins = [...indices].sort((a, b) => buffers[a]!.firstUse - buffers[b]!.firstUse);
  const ends = [...indices].sort((a, b) => buffers[a]!.lastUse - buffers[b]!.lastUse);
  let sections = 0;
  let begun = 0;
  for (const end of ends) {
    const before = begun;
    for (; begun < begins.length && buffers[begins[begun]!]!.firstUse <= buffers[end]!.lastUse; begun++)
      from[begins[begun]!] = sections;
    if (begun > before) sections++;
    to[end] = sections;
  }
  return { from, to, sections };
}

/** The bytes in use in each section. */
export function sectionBytes({ count, sizes, from, to, sections }: Packing): Float64Array {
  const bytes = new Float64Array(sections);
  for (let i = 0; i < count; i++) for (let s = from[i]!; s < to[i]!; s++) bytes[s]! += sizes[i]!;
  return bytes;
}

/** The most bytes in use at once: no plan takes fewer. */
export const liveBytes = (packing: Packing): number =>
  sectionBytes(packing).reduce((most, bytes) => Math.max(most, bytes), 0);

/** Whether two rectangles share a section. */
export const shareSection = ({ from, to }: Packing, a: number, b: number): boolean =>
  from[a]! < to[b]! && from[b]! < to[a]!;

/** The bytes that a placement takes. */
export const heightOf = ({ sizes }: Packing, offsets: Float64Array): number =>
  offsets.reduce((height, offset, i) => Math.max(height, offset + sizes[i]!), 0);
