import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireRank, requireSize } from "./shared/require.ts";

export interface SignalFilterBankLogParams {
  readonly outputScale: number;
  /** Bits by which the input is shifted left first. */
  readonly correctionBits: number;
}

/** SignalFilterBankLog: `output_scale` × ln (input × 2^`input_correction_bits`), saturated. */
export const signalFilterBankLog: Operator<SignalFilterBankLogParams> = defineOperator({
  name: "SignalFilterBankLog",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const options = readCustomOptions(node);
    requireRank(node, "input", node.inputs[0]!, 1);
    requireRank(node, "output", node.outputs[0]!, 1);
    requireSize(node, "output", node.outputs[0]!, node.inputs[0]!.size);
    return { outputScale: options.integer("output_scale"), correctionBits: options.integer("input_correction_bits") };
  },
});
