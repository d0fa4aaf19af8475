import { heightOf, type Packing } from "../packing.ts";
import { type Fit, orderBy, placeInOrder } from "../place-in-order.ts";
import { placeTwoEnded } from "./two-ended.ts";

/** What a planner found for a packing. */
export interface Found {
  readonly offsets: Float64Array;
  /** Bytes. */
  readonly size: number;
}

/** Orders of placement by what goes first. The first is TFLM's; in all of them the larger buffer wins a tie. */
export const keys: readonly ((packing: Packing, index: number) => number)[] = [
  ({ sizes }, i) => sizes[i]!,
  ({ sizes, lifetimes }, i) => sizes[i]! * lifetimes[i]!,
  ({ lifetimes }, i) => lifetimes[i]!,
  ({ from }, i) => -from[i]!,
];

const fits: readonly Fit[] = ["first", "best"];

/** The smallest of what the quick planners find. They stop at `enough` bytes; TFLM's greedy is one of them. */
export function quickPlacement(packing: Packing, enough: number): Found {
  let best: Found = { offsets: new Float64Array(packing.count), size: Number.POSITIVE_INFINITY };
  for (const offsets of candidates(packing)) {
    const size = offsets ? heightOf(packing, offsets) : Number.POSITIVE_INFINITY;
    if (offsets && size < best.size) best = { offsets, size };
    if (best.size <= enough) break;
  }
  return best;
}

function* candidates(packing: Packing): Generator<Float64Array | undefined> {
  yield placeTwoEnded(packing);
  for (const key of keys) {
    const order = orderBy(packing, key);
    for (const fit of fits) yield placeInOrder(packing, order, fit);
  }
}
