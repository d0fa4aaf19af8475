import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireRank, requireSize } from "./shared/require.ts";
import { requireRoom } from "./shared/signal.ts";

export interface SignalPcanParams {
  /** Bits by which the product of signal and gain is shifted right. */
  readonly snrShift: number;
}

/** Entries of the gain's table: three, and four for each power of two of the noise. */
const GAIN_LUT_SIZE = 125;

/** SignalPCAN, per-channel amplitude normalization: the signal times a gain that falls with its noise, compressed. */
export const signalPcan: Operator<SignalPcanParams> = defineOperator({
  name: "SignalPCAN",
  maxVersion: 1,
  inputs: ["input", "noise_estimate", "gain_lut"],
  outputs: ["output"],
  check(node) {
    const [input, noise, lut] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]!];
    const output = node.outputs[0]!;
    for (const [name, tensor] of Object.entries({ input, noise_estimate: noise, gain_lut: lut, output }))
      requireRank(node, name, tensor, 1);
    requireRoom(node, "noise_estimate", noise, input.size);
    requireRoom(node, "gain_lut", lut, GAIN_LUT_SIZE);
    requireSize(node, "output", output, input.size);
    return { snrShift: readCustomOptions(node).integer("snr_shift") };
  },
});
