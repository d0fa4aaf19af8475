import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireRank } from "./shared/require.ts";
import { requireNotNegative, requireRoom } from "./shared/signal.ts";

export interface SignalEnergyParams {
  /** The bins whose energy is computed: start ≤ bin < end. */
  readonly start: number;
  readonly end: number;
}

/** SignalEnergy: re² + im² of the bins `start_index` to `end_index` of a spectrum [2 × bins]; 0 of the others. */
export const signalEnergy: Operator<SignalEnergyParams> = defineOperator({
  name: "SignalEnergy",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const options = readCustomOptions(node);
    const [start, end] = [options.integer("start_index"), options.integer("end_index")];
    requireRank(node, "input", node.inputs[0]!, 1);
    requireRank(node, "output", node.outputs[0]!, 1);
    requireNotNegative(node, "start_index", start);
    requireRoom(node, "input", node.inputs[0]!, 2 * end);
    requireRoom(node, "output", node.outputs[0]!, end);
    return { start, end };
  },
});
