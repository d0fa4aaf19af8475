import { liveBytes, type Packing } from "../packing.ts";

/**
 * Places buffers in the order of their first use at alternate ends of the least possible space: each at the end
 * opposite to the buffer in use that lives longest. In a chain, where each node reads what the one before it wrote,
 * everything fits. Gives undefined when something does not.
 */
export function placeTwoEnded(packing: Packing): Float64Array | undefined {
  const { count, sizes, from, to } = packing;
  const capacity = liveBytes(packing);
  const offsets = new Float64Array(count);
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => from[a]! - from[b]! || to[b]! - to[a]!);
  let live: number[] = [];
  for (const index of order) {
    live = live.filter((other) => to[other]! > from[index]!).sort((a, b) => offsets[a]! - offsets[b]!);
    const opposite = live.reduce((best, other) => (best < 0 || to[other]! > to[best]! ? other : best), -1);
    const isLow = opposite >= 0 && offsets[opposite]! * 2 + sizes[opposite]! <= capacity;
    const gaps = gapsBetween(packing, live, offsets, capacity).filter(([start, end]) => end - start >= sizes[index]!);
    const gap = isLow ? gaps.at(-1) : gaps[0];
    if (!gap) return undefined;
    offsets[index] = isLow ? gap[1] - sizes[index]! : gap[0];
    live.push(index);
  }
  return offsets;
}

/** `live` is sorted by offset. */
function gapsBetween(
  { sizes }: Packing,
  live: readonly number[],
  offsets: Float64Array,
  capacity: number,
): [number, number][] {
  const starts = [0, ...live.map((index) => offsets[index]! + sizes[index]!)];
  const ends = [...live.map((index) => offsets[index]!), capacity];
  return starts.map((start, i) => [start, ends[i]!]);
}
