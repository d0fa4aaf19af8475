import type { Neighbour } from "./neighbours.ts";

/** Places buffers one after the other, each at the lowest offset that those before it allow. */
export function placeBeside(neighbours: readonly (readonly Neighbour[])[], order: readonly number[]): Float64Array {
  const offsets = new Float64Array(neighbours.length).fill(-1);
  for (const index of order) offsets[index] = lowest(neighbours[index]!, offsets);
  return offsets;
}

/** The lowest offset outside of what placed neighbours forbid. */
function lowest(neighbours: readonly Neighbour[], offsets: Float64Array): number {
  const forbidden = neighbours
    .filter(({ other }) => offsets[other]! >= 0)
    .map(({ other, below, above }): [number, number] => [offsets[other]! - below, offsets[other]! + above])
    .sort(([a], [b]) => a - b);
  let offset = 0;
  for (const [from, to] of forbidden) if (from < offset && offset < to) offset = to;
  return offset;
}
