import { type Packing, shareSection } from "./packing.ts";

/** Which gap a buffer takes: the lowest that holds it, or the tightest. */
export type Fit = "first" | "best";

/** The buffers by a key, largest first; in a tie the larger buffer, then the one with the higher index, as in TFLM. */
export function orderBy(packing: Packing, key: (packing: Packing, index: number) => number): number[] {
  const values = packing.sizes.map((_, index) => key(packing, index));
  const indices = Array.from({ length: packing.count }, (_, index) => index);
  return indices.sort((a, b) => values[b]! - values[a]! || packing.sizes[b]! - packing.sizes[a]! || b - a);
}

/**
 * Places buffers one after the other, each in a gap among those before it unless its place is given, and gives their
 * offsets.
 */
export function placeInOrder(
  packing: Packing,
  order: readonly number[],
  fit: Fit,
  given: (index: number) => number | undefined = () => undefined,
): Float64Array {
  const offsets = new Float64Array(packing.count);
  const placed = new Int32Array(packing.count);
  order.forEach((index, count) => {
    offsets[index] = given(index) ?? chooseGap(packing, index, offsets, placed.subarray(0, count), fit);
    let at = count;
    for (; at > 0 && offsets[placed[at - 1]!]! > offsets[index]!; at--) placed[at] = placed[at - 1]!;
    placed[at] = index;
  });
  return offsets;
}

/** `placed` is sorted by offset. Above the topmost there is always room. */
function chooseGap(packing: Packing, index: number, offsets: Float64Array, placed: Int32Array, fit: Fit): number {
  const size = packing.sizes[index]!;
  let top = 0;
  let chosen = -1;
  let tightest = Number.POSITIVE_INFINITY;
  for (const other of placed) {
    if (!shareSection(packing, index, other)) continue;
    const gap = offsets[other]! - top;
    if (gap >= size && gap < tightest) {
      if (fit === "first") return top;
      chosen = top;
      tightest = gap;
    }
    top = Math.max(top, offsets[other]! + packing.sizes[other]!);
  }
  return chosen < 0 ? top : chosen;
}
