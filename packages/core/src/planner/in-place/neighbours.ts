import type { Packing } from "../packing.ts";
import { alignUp, type Overlap, overlapInTime, type PlanBuffer } from "../plan.ts";

/**
 * What one buffer may not do beside another: begin between `other − below` and `other + above`, both excluded, where
 * `other` is the offset of the other one.
 */
export interface Neighbour {
  readonly other: number;
  readonly below: number;
  readonly above: number;
}

/** What each buffer may not do beside each of those that are in use together with it. */
export function neighboursOf(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[]): readonly Neighbour[][] {
  const pairs = new Map(overlaps.map((overlap) => [keyOf(overlap.input, overlap.output), overlap]));
  const neighbours = buffers.map((): Neighbour[] => []);
  for (const [a, first] of buffers.entries())
    for (let b = 0; b < a; b++) {
      const second = buffers[b]!;
      if (!overlapInTime(first, second)) continue;
      const overlap = pairs.get(keyOf(a, b));
      if (overlap) addOverlap(neighbours, buffers, overlap);
      else addApart(neighbours, a, b, alignUp(first.size), alignUp(second.size));
    }
  return neighbours;
}

/** The same where every offset is counted from the upper end. */
export const mirror = (
  { sizes }: Packing,
  neighbours: readonly (readonly Neighbour[])[],
): readonly (readonly Neighbour[])[] =>
  neighbours.map((own, index) =>
    own.map(({ other, below, above }) => {
      const difference = sizes[index]! - sizes[other]!;
      return { other, below: above + difference, above: below - difference };
    }),
  );

const keyOf = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`);

/** Neither may begin so that it ends behind the other's begin, nor before the other's end. */
function addApart(neighbours: Neighbour[][], a: number, b: number, sizeA: number, sizeB: number): void {
  neighbours[a]!.push({ other: b, below: sizeA, above: sizeB });
  neighbours[b]!.push({ other: a, below: sizeB, above: sizeA });
}

function addOverlap(neighbours: Neighbour[][], buffers: readonly PlanBuffer[], overlap: Overlap): void {
  const { input, output, isExact } = overlap;
  const [inputSize, outputSize] = [alignUp(buffers[input]!.size), alignUp(buffers[output]!.size)];
  const lead = leadOf(overlap, buffers);
  neighbours[output]!.push({ other: input, below: lead, above: inputSize });
  neighbours[input]!.push({ other: output, below: inputSize, above: lead });
  if (!isExact) return;
  neighbours[output]!.push({ other: input, below: outputSize, above: 0 });
  neighbours[input]!.push({ other: output, below: 0, above: outputSize });
}

/** The least distance between the begins of an output and of an input that lies behind it. */
export const leadOf = ({ output, lead }: Overlap, buffers: readonly PlanBuffer[]): number =>
  Math.min(alignUp(Math.max(0, lead)), alignUp(buffers[output]!.size));
