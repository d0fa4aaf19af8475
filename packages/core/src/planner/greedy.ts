import { alignUp, overlapInTime, type Placement, type PlanBuffer } from "./plan.ts";

interface Placed {
  readonly buffer: PlanBuffer;
  readonly offset: number;
  readonly end: number;
}

/**
 * TFLM's `GreedyMemoryPlanner`, offset for offset: the largest buffer first, of equal sizes the one with the higher
 * index first, each in the first gap that fits it among those in use at the same time.
 */
export function planGreedy(buffers: readonly PlanBuffer[]): Placement {
  const sizes = buffers.map((buffer) => alignUp(buffer.size));
  const order = buffers.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]! || b - a);
  const offsets = new Array<number>(buffers.length).fill(0);
  const placed: Placed[] = [];
  let size = 0;
  for (const index of order) {
    const buffer = buffers[index]!;
    const offset = firstGap(placed, buffer, sizes[index]!);
    const end = offset + sizes[index]!;
    offsets[index] = offset;
    insertByOffset(placed, { buffer, offset, end });
    size = Math.max(size, end);
  }
  return { offsets, size };
}

function firstGap(placed: readonly Placed[], buffer: PlanBuffer, size: number): number {
  let candidate = 0;
  for (const other of placed) {
    if (!overlapInTime(other.buffer, buffer)) continue;
    if (other.offset - candidate >= size) break;
    candidate = Math.max(candidate, other.end);
  }
  return candidate;
}

/** Keeps the list sorted by offset; of equal offsets the later comes behind. */
function insertByOffset(placed: Placed[], entry: Placed): void {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.offset > entry.offset) high = middle;
    else low = middle + 1;
  }
  placed.splice(low, 0, entry);
}
