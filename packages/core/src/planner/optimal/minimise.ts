import { heightOf, type Packing } from "../packing.ts";
import { FitSearch, type Outcome } from "./fit-search.ts";
import type { Found } from "./heuristics.ts";
import { preorders } from "./preorder.ts";

/** A placement and how far it is from the best. */
export interface Bounded extends Found {
  /** Bytes that are known to be needed. */
  readonly lowerBound: number;
}

/**
 * Looks for smaller placements than a given one: at the lower bound first, then halfway between it and the smallest so
 * far. Each search gets half of the nodes that are left; one that comes to its end without a placement raises the
 * lower bound.
 */
export function minimise(packing: Packing, start: Bounded, nodes: number): Bounded {
  const step = packing.sizes.reduce(greatestCommonDivisor, 0);
  let best = start;
  let { lowerBound } = start;
  let target = lowerBound;
  let untried = lowerBound;
  let left = nodes;
  while (untried < best.size && left > 0) {
    const search = searchFit(packing, target, Math.ceil(left / 2));
    left -= search.nodes;
    if (search.outcome === "fits")
      best = { offsets: search.offsets, size: heightOf(packing, search.offsets), lowerBound };
    else untried = target + step;
    if (search.outcome === "never") lowerBound = untried;
    target = untried + Math.floor((best.size - step - untried) / (2 * step)) * step;
  }
  return { ...best, lowerBound };
}

/** Every size and offset is a multiple of it: sums of sizes are. */
function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

interface Searched {
  readonly outcome: Outcome;
  readonly offsets: Float64Array;
  readonly nodes: number;
}

/** Tries the preorders in turn, as MiniMalloc does: each with few nodes, then each with twice as many, and so on. */
function searchFit(packing: Packing, capacity: number, nodes: number): Searched {
  let used = 0;
  for (let share = 2 * packing.count; ; share *= 2) {
    for (const preorder of preorders) {
      const search = new FitSearch(packing, capacity, preorder);
      const outcome = search.run(Math.min(share, nodes - used));
      used += search.nodes;
      if (outcome !== "unknown" || used >= nodes) return { outcome, offsets: search.offsets, nodes: used };
    }
  }
}
