import type { OptionsOf } from "@thimble/schema";
import { type NodeDescription, nodeError } from "../../node.ts";
import { requireThat } from "./require.ts";

/** What is taken along one dimension: `count` elements from `begin` on, `stride` apart. */
export interface Slice {
  readonly begin: number;
  readonly count: number;
  readonly stride: number;
}

/** The indices of STRIDED_SLICE as they stand in the model: an entry each for a dimension, a new one, or an ellipsis. */
export interface SliceEntries {
  readonly begin: readonly number[];
  readonly end: readonly number[];
  readonly strides: readonly number[];
  readonly options: OptionsOf<"StridedSliceOptions">;
}

export interface ResolvedSlices {
  readonly slices: readonly Slice[];
  readonly outputShape: readonly number[];
}

const hasBit = (mask: number, bit: number): boolean => ((mask >>> bit) & 1) === 1;

const clamp = (x: number, min: number, max: number): number => Math.min(Math.max(x, min), max);

/** An index, from the back if negative, in the range that a walk may begin or end at. */
function boundIndex(index: number, extent: number, stride: number): number {
  const counted = index < 0 ? index + extent : index;
  return stride > 0 ? clamp(counted, 0, extent) : clamp(counted, -1, extent - 1);
}

function resolveSlice(entries: SliceEntries, i: number, extent: number, endsAreRelative: boolean): Slice {
  const { beginMask, endMask } = entries.options;
  const stride = entries.strides[i]!;
  const [front, back] = stride > 0 ? [0, extent] : [extent - 1, -1];
  const begin = hasBit(beginMask, i) ? front : boundIndex(entries.begin[i]!, extent, stride);
  const asked = entries.end[i]! + (endsAreRelative ? begin : 0);
  const end = hasBit(endMask, i) ? back : boundIndex(asked, extent, stride);
  return { begin, count: Math.max(0, Math.ceil((end - begin) / stride)), stride };
}

/** The one element that an entry picks whose dimension is dropped. */
function resolveElement(node: NodeDescription, entries: SliceEntries, i: number, extent: number): Slice {
  const { begin, stride } = resolveSlice(entries, i, extent, false);
  requireThat(
    stride > 0 && begin < extent,
    node,
    () => `picks element ${entries.begin[i]} with the stride ${stride} of a dimension of ${extent}`,
  );
  return { begin, count: 1, stride };
}

/** Lays the entries over the input's dimensions: those that an ellipsis or the end leaves over are taken whole. */
export function resolveSlices(
  node: NodeDescription,
  shape: readonly number[],
  entries: SliceEntries,
  endsAreRelative: boolean,
): ResolvedSlices {
  const { ellipsisMask, newAxisMask, shrinkAxisMask } = entries.options;
  const slices: Slice[] = [];
  const outputShape: number[] = [];
  const count = entries.begin.length;
  const isNewAxis = (i: number) => !hasBit(ellipsisMask, i) && hasBit(newAxisMask, i);
  const consumed = entries.begin.filter((_, i) => !hasBit(ellipsisMask, i) && !isNewAxis(i)).length;
  if (consumed > shape.length) throw nodeError(node, `slices ${consumed} of ${shape.length} dimensions`);
  const takeWhole = (until: number): void => {
    while (slices.length < until) {
      const extent = shape[slices.length]!;
      slices.push({ begin: 0, count: extent, stride: 1 });
      outputShape.push(extent);
    }
  };
  for (let i = 0; i < count; i++) {
    const extent = shape[slices.length]!;
    if (hasBit(ellipsisMask, i)) takeWhole(slices.length + shape.length - consumed);
    else if (isNewAxis(i)) outputShape.push(1);
    else if (hasBit(shrinkAxisMask, i)) slices.push(resolveElement(node, entries, i, extent));
    else {
      const slice = resolveSlice(entries, i, extent, endsAreRelative);
      slices.push(slice);
      outputShape.push(slice.count);
    }
  }
  takeWhole(shape.length);
  return { slices, outputShape };
}
