import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requirePositive, requireRank, requireShape } from "./shared/require.ts";

export interface CircularBufferParams {
  readonly slots: number;
  /** Elements of one slot. */
  readonly depth: number;
  /** The rest of the graph runs at every so many invokes. */
  readonly cycles: number;
}

/** Slots of the layers that run at every invoke in the streaming models of before there was an option for it. */
const SLOTS_OF_EVERY_CYCLE: readonly number[] = [5, 13, 25];

/**
 * CIRCULAR_BUFFER: keeps the last inputs [1, 1, W, C] as the output's slots [1, S, W, C], newest last, and lets the
 * rest of the graph run at every `cycles_max`-th invoke.
 */
export const circularBuffer: Operator<CircularBufferParams> = defineOperator({
  name: "CIRCULAR_BUFFER",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  hasEffects: true,
  check(node) {
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    requireRank(node, "input", input, 4);
    requireRank(node, "output", output, 4);
    const [batches, slots, width, channels] = output.shape as [number, number, number, number];
    requireShape(node, "input", input, [batches, 1, width, channels]);
    requirePositive(node, "number of slots", slots);
    requirePositive(node, "number of batches", batches);
    const cycles = readCustomOptions(node).integer("cycles_max");
    const unstated = SLOTS_OF_EVERY_CYCLE.includes(slots) ? 1 : 2;
    return { slots, depth: width * channels, cycles: cycles > 0 ? cycles : unstated };
  },
});
