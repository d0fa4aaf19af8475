import { alignUp, type PlanBuffer } from "../plan.ts";
import type { Neighbour } from "./neighbours.ts";

/** Places buffers one after the other, each at the lowest offset that those before it allow. */
export function placeBeside(
  buffers: readonly PlanBuffer[],
  neighbours: readonly (readonly Neighbour[])[],
  order: readonly number[],
): number[] {
  const offsets = new Array<number>(buffers.length).fill(-1);
  for (const index of order) offsets[index] = lowest(neighbours[index]!, offsets);
  return offsets;
}

/** The lowest offset outside of what placed neighbours forbid. */
function lowest(neighbours: readonly Neighbour[], offsets: readonly number[]): number {
  const forbidden = neighbours
    .filter(({ other }) => offsets[other]! >= 0)
    .map(({ other, below, above }): [number, number] => [offsets[other]! - below, offsets[other]! + above])
    .sort(([a], [b]) => a - b);
  let offset = 0;
  for (const [from, to] of forbidden) if (from < offset && offset < to) offset = to;
  return offset;
}

/** Bytes that a placement takes. */
export const heightOf = (buffers: readonly PlanBuffer[], offsets: readonly number[]): number =>
  buffers.reduce((height, { size }, i) => Math.max(height, offsets[i]! + alignUp(size)), 0);
