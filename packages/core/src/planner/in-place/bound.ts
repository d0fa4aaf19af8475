import { alignUp, type Overlap, type PlanBuffer } from "../plan.ts";
import { leadOf } from "./neighbours.ts";

/**
 * Bytes that any placement takes at least, whatever overlaps: the most in use at one step, less what the output that
 * begins there shares with inputs that end there.
 */
export function liveBytesInPlace(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[]): number {
  const shared = new Map<number, number>();
  for (const [output, saved] of savedBy(buffers, overlaps)) {
    const step = buffers[output]!.firstUse;
    shared.set(step, (shared.get(step) ?? 0) + saved);
  }
  const live = liveAt(buffers);
  return [...live].reduce((most, [step, bytes]) => Math.max(most, bytes - (shared.get(step) ?? 0)), 0);
}

/** Bytes that each output shares with its inputs at most. */
export function savedBy(buffers: readonly PlanBuffer[], overlaps: readonly Overlap[]): ReadonlyMap<number, number> {
  const saved = new Map<number, number>();
  for (const overlap of overlaps) {
    const [input, output] = [alignUp(buffers[overlap.input]!.size), alignUp(buffers[overlap.output]!.size)];
    const both = Math.max(output, leadOf(overlap, buffers) + input);
    const others = saved.get(overlap.output) ?? 0;
    saved.set(overlap.output, Math.min(output, others + input + output - both));
  }
  return saved;
}

/** The bytes in use at each step at which a buffer begins or ends. */
export function liveAt(buffers: readonly PlanBuffer[]): ReadonlyMap<number, number> {
  const steps = [...new Set(buffers.flatMap(({ firstUse, lastUse }) => [firstUse, lastUse]))].sort((a, b) => a - b);
  const position = new Map(steps.map((step, i) => [step, i]));
  const changes = new Float64Array(steps.length + 1);
  for (const { size, firstUse, lastUse } of buffers) {
    changes[position.get(firstUse)!]! += alignUp(size);
    changes[position.get(lastUse)! + 1]! -= alignUp(size);
  }
  let bytes = 0;
  return new Map(
    steps.map((step, i) => {
      bytes += changes[i]!;
      return [step, bytes];
    }),
  );
}
