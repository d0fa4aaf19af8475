import { liveBytes, packingOf } from "../packing.ts";
import { BUFFER_ALIGNMENT, type Certificate, type Placement, type PlanBuffer } from "../plan.ts";
import { quickPlacement } from "./heuristics.ts";
import { type Bounded, minimise } from "./minimise.ts";

/** What {@link planOptimal} may be told. */
export interface OptimalOptions {
  /** Every buffer starts at a multiple of so many bytes and takes a multiple of them. 16 unless given. */
  readonly alignment?: number | undefined;
  /** Nodes that the exact search may visit: 200,000 to 1,000,000 a second. {@link DEFAULT_NODES} unless given. */
  readonly nodes?: number | undefined;
}

/** A placement with what is known of the best one. */
export interface OptimalPlacement extends Placement {
  readonly lowerBound: number;
  readonly certificate: Certificate;
}

/** Nodes of the exact search: less than a second for 500 buffers. */
export const DEFAULT_NODES = 200_000;

/**
 * The smallest placement it can find, never larger than the greedy planner's: what quick heuristics find where that is
 * as small as the most bytes in use at once, otherwise what an exact search finds within a number of nodes. The same
 * buffers and options always give the same placement.
 */
export function planOptimal(buffers: readonly PlanBuffer[], options: OptimalOptions = {}): OptimalPlacement {
  const { alignment = BUFFER_ALIGNMENT, nodes = DEFAULT_NODES } = options;
  const taking = buffers.map((_, index) => index).filter((index) => buffers[index]!.size > 0);
  const placed = placeAll(
    taking.map((index) => buffers[index]!),
    alignment,
    nodes,
  );
  const offsets = new Array<number>(buffers.length).fill(0);
  for (const [i, index] of taking.entries()) offsets[index] = placed.offsets[i]!;
  const { size, lowerBound } = placed;
  return { offsets, size, lowerBound, certificate: size === lowerBound ? "optimal" : { gap: size - lowerBound } };
}

function placeAll(buffers: readonly PlanBuffer[], alignment: number, nodes: number): Bounded {
  if (buffers.length === 0) return { offsets: new Float64Array(0), size: 0, lowerBound: 0 };
  const packing = packingOf(buffers, alignment);
  const lowerBound = liveBytes(packing);
  const quick = { ...quickPlacement(packing, lowerBound), lowerBound };
  return quick.size === lowerBound ? quick : minimise(packing, quick, nodes);
}
