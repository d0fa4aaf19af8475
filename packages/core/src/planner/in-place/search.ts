import { BUFFER_ALIGNMENT, type Overlap, type Placement, type PlanBuffer } from "../plan.ts";
import { problemOf } from "../verify.ts";
import { liveAt } from "./bound.ts";
import { ExactFit } from "./exact.ts";

/** Nodes of the searches of all buffers, and of short stretches: some ten milliseconds each. */
const NODES = 10_000;

/** Stretches of steps that are searched by themselves, shortest first: what cannot fit there cannot fit at all. */
const STRETCHES = [2, 3, 4, 6, 8, 12];

/** More buffers make searches that come to no end. */
const MOST_BUFFERS = 60;

/** Searches for smaller placements than a given one, and for the proof that there are none. */
export function searchInPlace(
  buffers: readonly PlanBuffer[],
  overlaps: readonly Overlap[],
  start: Placement,
  bound: number,
): Placement {
  if (isLeast(buffers, overlaps, start.size)) return { ...start, lowerBound: start.size, certificate: "optimal" };
  let { offsets, size } = start;
  let lowerBound = bound;
  let target = bound;
  let nodes = buffers.length > MOST_BUFFERS ? 0 : NODES;
  while (target < size && nodes > 0) {
    const search = new ExactFit(buffers, overlaps, target, Math.ceil(nodes / 2));
    const found = search.run();
    nodes -= search.used;
    const next = target + BUFFER_ALIGNMENT;
    // A search allows more than outputs that may only begin where their inputs do.
    if (typeof found === "object" && !problemOf({ planner: "search", buffers, overlaps, ...found }))
      ({ offsets, size } = found);
    if (found === "never" && lowerBound === target) lowerBound = next;
    target = found === "never" ? next : next + Math.floor((size - next) / (2 * BUFFER_ALIGNMENT)) * BUFFER_ALIGNMENT;
  }
  if (lowerBound < size && size < start.size && isLeast(buffers, overlaps, size)) lowerBound = size;
  return { offsets, size, lowerBound, certificate: size === lowerBound ? "optimal" : { gap: size - lowerBound } };
}

/**
 * Whether no placement is smaller than `size`, as far as short stretches of steps tell. One in which less is in use at
 * each step tells nothing.
 */
function isLeast(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[], size: number): boolean {
  const live = liveAt(buffers);
  const steps = [...live.keys()];
  let nodes = NODES;
  for (const length of STRETCHES)
    for (let i = 0; i + length <= steps.length && nodes > 0; i++) {
      const stretch = steps.slice(i, i + length);
      if (stretch.every((step) => live.get(step)! < size)) continue;
      const part = within(buffers, overlaps, steps[i]!, steps[i + length - 1]!);
      if (part.buffers.length > MOST_BUFFERS) continue;
      const search = new ExactFit(part.buffers, part.overlaps, size - BUFFER_ALIGNMENT, Math.ceil(nodes / 4));
      if (search.run() === "never") return true;
      nodes -= search.used;
    }
  return false;
}

/** Buffers that are in use at some of the steps from `first` to `last`, and the overlaps among them. */
function within(
  buffers: readonly PlanBuffer[],
  overlaps: readonly Overlap[],
  first: number,
  last: number,
): { readonly buffers: readonly PlanBuffer[]; readonly overlaps: readonly Overlap[] } {
  const members = [...buffers.keys()].filter(
    (index) => buffers[index]!.firstUse <= last && buffers[index]!.lastUse >= first,
  );
  const position = new Map(members.map((index, i) => [index, i]));
  return {
    buffers: members.map((index) => buffers[index]!),
    overlaps: overlaps.flatMap((overlap) => {
      const [input, output] = [position.get(overlap.input), position.get(overlap.output)];
      return input === undefined || output === undefined ? [] : [{ ...overlap, input, output }];
    }),
  };
}
