import { alignUp, type Overlap, type Placement, type PlanBuffer } from "../plan.ts";
import { liveBytesInPlace } from "./bound.ts";
import { type Neighbour, neighboursOf } from "./neighbours.ts";
import { heightOf, placeBeside } from "./place.ts";
import { isLeast } from "./prove.ts";

/** More buffers are placed without overlaps: every pair that is in use at once is looked at. */
const MOST_BUFFERS = 2000;

/** Pairs of buffers to look at while orders are tried: some ten milliseconds. */
const WORK = 1_000_000;

/** Orders to try that begin with what was on top, for each order. */
const MOST_TRIES = 50;

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
 * otherwise that one. A smaller placement's certificate is about all placements with these overlaps.
 */
export function placeInPlace(
  buffers: readonly PlanBuffer[],
  overlaps: readonly Overlap[],
  apart: Placement,
): Placement {
  if (overlaps.length === 0 || buffers.length > MOST_BUFFERS) return apart;
  const bound = liveBytesInPlace(buffers, overlaps);
  if (bound >= apart.size) return apart;
  const best = smallest(buffers, neighboursOf(buffers, overlaps), bound);
  if (best.size >= apart.size) return apart;
  const lowerBound = best.size > bound && isLeast(buffers, overlaps, best.size) ? best.size : bound;
  return { ...best, lowerBound, certificate: best.size === lowerBound ? "optimal" : { gap: best.size - lowerBound } };
}

/** Tries each order, and orders in which what was on top goes first, as long as there is work to spend. */
function smallest(
  buffers: readonly PlanBuffer[],
  neighbours: readonly (readonly Neighbour[])[],
  enough: number,
): Placement {
  const pairs = neighbours.reduce((sum, own) => sum + own.length + 1, 0);
  const tries = Math.min(MOST_TRIES, Math.ceil(WORK / (pairs * keys.length)));
  let best: Placement = { offsets: [], size: Number.POSITIVE_INFINITY };
  for (const key of keys) {
    let order: readonly number[] | undefined = orderBy(buffers, key);
    for (let attempt = 0; attempt < tries && order && best.size > enough; attempt++) {
      const offsets = placeBeside(buffers, neighbours, order);
      const size = heightOf(buffers, offsets);
      if (size < best.size) best = { offsets, size };
      order = raiseTop(buffers, offsets, order, size);
    }
  }
  return best;
}

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
