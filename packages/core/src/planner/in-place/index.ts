import { keys } from "../optimal/heuristics.ts";
import { heightOf, type Packing, packingOf } from "../packing.ts";
import { orderBy } from "../place-in-order.ts";
import { BUFFER_ALIGNMENT, type Overlap, type Placement, type PlanBuffer } from "../plan.ts";
import { liveBytesInPlace } from "./bound.ts";
import { mirror, type Neighbour, neighboursOf } from "./neighbours.ts";
import { placeBeside } from "./place.ts";
import { searchInPlace } from "./search.ts";

/** More buffers are placed without overlaps: every pair that is in use at once is looked at. */
const MOST_BUFFERS = 2000;

/** Pairs of buffers to look at while orders are tried: some ten milliseconds. */
const WORK = 200_000;

/** Orders to try that begin with what was on top, for each order. */
const MOST_TRIES = 20;

/** Those of the quick planners, and what ends last first. */
const orders: typeof keys = [...keys, ({ to }, index) => to[index]!];

/**
 * The smallest placement it finds in which outputs lie on inputs where they may, if it is smaller than the one given;
 * otherwise that one. The certificate is about all placements with these overlaps.
 */
export function placeInPlace(
  buffers: readonly PlanBuffer[],
  overlaps: readonly Overlap[],
  apart: Placement,
): Placement {
  if (overlaps.length === 0 || buffers.length > MOST_BUFFERS) return apart;
  const bound = liveBytesInPlace(buffers, overlaps);
  if (bound >= apart.size) return apart;
  const quick = smallest(packingOf(buffers, BUFFER_ALIGNMENT), neighboursOf(buffers, overlaps), bound);
  const best = quick.size < apart.size ? quick : apart;
  if (best.size === bound) return { ...best, lowerBound: bound, certificate: "optimal" };
  return searchInPlace(buffers, overlaps, best, bound);
}

/** Tries each order from below and from above, and orders in which what was on top goes first, while there is work to spend. */
function smallest(packing: Packing, upright: readonly (readonly Neighbour[])[], enough: number): Placement {
  const pairs = upright.reduce((sum, own) => sum + own.length + 1, 0);
  const tries = Math.min(MOST_TRIES, Math.ceil(WORK / (2 * pairs * orders.length)));
  const mirrored = mirror(packing, upright);
  let best: Placement = { offsets: [], size: Number.POSITIVE_INFINITY };
  for (const key of orders)
    for (const neighbours of [upright, mirrored]) {
      let order: readonly number[] | undefined = orderBy(packing, key);
      for (let attempt = 0; attempt < tries && order && best.size > enough; attempt++) {
        const offsets = placeBeside(neighbours, order);
        const size = heightOf(packing, offsets);
        if (size < best.size)
          best = { offsets: [...(neighbours === upright ? offsets : turnOver(packing, offsets, size))], size };
        order = raiseTop(packing, offsets, order, size);
      }
    }
  return best;
}

/** Offsets counted from the upper end. */
const turnOver = ({ sizes }: Packing, offsets: Float64Array, size: number): Float64Array =>
  offsets.map((offset, i) => size - offset - sizes[i]!);

/** The order with the buffers that reach to the top in front, or `undefined` where they are already. */
function raiseTop(
  { sizes }: Packing,
  offsets: Float64Array,
  order: readonly number[],
  size: number,
): readonly number[] | undefined {
  const isTop = (index: number): boolean => offsets[index]! + sizes[index]! === size;
  const top = order.filter(isTop);
  if (top.every((index, i) => order[i] === index)) return undefined;
  return [...top, ...order.filter((index) => !isTop(index))];
}
