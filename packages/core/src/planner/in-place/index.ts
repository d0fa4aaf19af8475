import { alignUp, type Overlap, type Placement, type PlanBuffer } from "../plan.ts";
import { liveBytesInPlace } from "./bound.ts";
import { mirror, type Neighbour, neighboursOf } from "./neighbours.ts";
import { heightOf, placeBeside } from "./place.ts";
import { searchInPlace } from "./search.ts";

/** More buffers are placed without overlaps: every pair that is in use at once is looked at. */
const MOST_BUFFERS = 2000;

/** Pairs of buffers to look at while orders are tried: some ten milliseconds. */
const WORK = 200_000;

/** Orders to try that begin with what was on top, for each order. */
const MOST_TRIES = 20;

type Key = (buffer: PlanBuffer) => number;

const lifetime: Key = ({ firstUse, lastUse }) => lastUse - firstUse + 1;

/** Orders of placement by what goes first. */
const keys: readonly Key[] = [
  ({ size }) => size,
  (buffer) => buffer.size * lifetime(buffer),
  lifetime,
  ({ firstUse }) => -firstUse,
  ({ lastUse }) => lastUse,
];

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
  const quick = smallest(buffers, neighboursOf(buffers, overlaps), bound);
  const best = quick.size < apart.size ? quick : apart;
  if (best.size === bound) return { ...best, lowerBound: bound, certificate: "optimal" };
  return searchInPlace(buffers, overlaps, best, bound);
}

/** Tries each order from below and from above, and orders in which what was on top goes first, while there is work to spend. */
function smallest(
  buffers: readonly PlanBuffer[],
  upright: readonly (readonly Neighbour[])[],
  enough: number,
): Placement {
  const pairs = upright.reduce((sum, own) => sum + own.length + 1, 0);
  const tries = Math.min(MOST_TRIES, Math.ceil(WORK / (2 * pairs * keys.length)));
  const mirrored = mirror(buffers, upright);
  let best: Placement = { offsets: [], size: Number.POSITIVE_INFINITY };
  for (const key of keys)
    for (const neighbours of [upright, mirrored]) {
      let order: readonly number[] | undefined = orderBy(buffers, key);
      for (let attempt = 0; attempt < tries && order && best.size > enough; attempt++) {
        const offsets = placeBeside(buffers, neighbours, order);
        const size = heightOf(buffers, offsets);
        if (size < best.size)
          best = { offsets: neighbours === upright ? offsets : turnOver(buffers, offsets, size), size };
        order = raiseTop(buffers, offsets, order, size);
      }
    }
  return best;
}

/** Offsets counted from the upper end. */
const turnOver = (buffers: readonly PlanBuffer[], offsets: readonly number[], size: number): readonly number[] =>
  offsets.map((offset, i) => size - offset - alignUp(buffers[i]!.size));

/** The largest key first; in a tie the larger buffer, then the one with the higher index. */
const orderBy = (buffers: readonly PlanBuffer[], key: Key): readonly number[] =>
  [...buffers.keys()].sort(
    (a, b) => key(buffers[b]!) - key(buffers[a]!) || buffers[b]!.size - buffers[a]!.size || b - a,
  );

/** The order with the buffers that reach to the top in front, or `undefined` where they are already. */
function raiseTop(
  buffers: readonly PlanBuffer[],
  offsets: readonly number[],
  order: readonly number[],
  size: number,
): readonly number[] | undefined {
  const isTop = (index: number): boolean => offsets[index]! + alignUp(buffers[index]!.size) === size;
  const top = order.filter(isTop);
  if (top.every((index, i) => order[i] === index)) return undefined;
  return [...top, ...order.filter((index) => !isTop(index))];
}
