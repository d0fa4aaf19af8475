import { alignUp, type Plan } from "@thimble/core";
import type { Peak } from "./plan-report.ts";

/** When the most bytes are in use at once; those that an output shares with an input count once. */
export function findPeak({ buffers, offsets, overlaps = [] }: Pick<Plan, "buffers" | "offsets" | "overlaps">): Peak {
  const changes = new Map<number, number>();
  const change = (step: number, bytes: number): void => {
    changes.set(step, (changes.get(step) ?? 0) + bytes);
  };
  for (const { size, firstUse, lastUse } of buffers) {
    change(firstUse, alignUp(size));
    change(lastUse + 1, -alignUp(size));
  }
  for (const { input, output } of overlaps) {
    const end = (index: number): number => offsets[index]! + alignUp(buffers[index]!.size);
    const shared = Math.min(end(input), end(output)) - Math.max(offsets[input]!, offsets[output]!);
    const step = buffers[output]!.firstUse;
    change(step, -Math.max(shared, 0));
    change(step + 1, Math.max(shared, 0));
  }
  const steps = [...changes.keys()].sort((a, b) => a - b);
  let live = 0;
  const levels = steps.map((step, i) => {
    live += changes.get(step)!;
    return { from: step, to: (steps[i + 1] ?? step) - 1, live };
  });
  const bytes = levels.reduce((most, { live }) => Math.max(most, live), 0);
  return { bytes, steps: bytes === 0 ? [] : joined(levels.filter((level) => level.live === bytes)) };
}

function joined(ranges: readonly { from: number; to: number }[]): [number, number][] {
  const result: [number, number][] = [];
  for (const { from, to } of ranges) {
    const last = result.at(-1);
    if (last && last[1] === from - 1) last[1] = to;
    else result.push([from, to]);
  }
  return result;
}
