import { BUFFER_ALIGNMENT, type Overlap, type PlanBuffer } from "../plan.ts";
import { ExactFit } from "./exact.ts";

/** Nodes of all searches for one placement: some tenths of a second. */
const NODES = 40_000;

/** Stretches of steps that are searched by themselves, shortest first: what cannot fit there cannot fit at all. */
const STRETCHES = [2, 3, 4, 6, 8, 12];

/** More buffers make searches that come to no end. */
const MOST_BUFFERS = 60;

/** Buffers that are in use at some of the steps from `first` to `last`, and the overlaps among them. */
function within(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[], first: number, last: number) {
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

/**
 * Whether no placement is smaller than `size` bytes, as far as searches of short stretches of steps can tell: false
 * where they cannot.
 */
export function isLeast(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[], size: number): boolean {
  const steps = [...new Set(buffers.flatMap(({ firstUse, lastUse }) => [firstUse, lastUse]))].sort((a, b) => a - b);
  let nodes = NODES;
  for (const length of STRETCHES)
    for (let i = 0; i + length <= steps.length; i++) {
      const part = within(buffers, overlaps, steps[i]!, steps[i + length - 1]!);
      if (part.buffers.length > MOST_BUFFERS || nodes <= 0) continue;
      const search = new ExactFit(part.buffers, part.overlaps, size - BUFFER_ALIGNMENT, Math.ceil(nodes / 4));
      if (search.run() === "never") return true;
      nodes -= search.used;
    }
  return false;
}
