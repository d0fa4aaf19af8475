import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireRank, requireThat } from "./shared/require.ts";
import { requireNotNegative, requireRoom } from "./shared/signal.ts";

/** Weights of a new value and of the estimate before it, in units of 2^-`bits`, as uint32. */
export interface Smoothing {
  readonly fresh: number;
  readonly kept: number;
}

export interface SignalFilterBankSpectralSubtractionParams {
  readonly channels: number;
  /** For channels 0, 2, 4, … and for channels 1, 3, 5, … */
  readonly even: Smoothing;
  readonly odd: Smoothing;
  /** The part of the signal that always remains, in units of 2^-`bits`. */
  readonly minSignalRemaining: number;
  /** Whether the estimate follows a signal that is smaller. */
  readonly isClamping: boolean;
  /** Fractional bits of the estimate. */
  readonly smoothingBits: number;
  readonly bits: number;
}

/**
 * SignalFilterBankSpectralSubtraction: estimates the noise of each channel as a moving average and subtracts it.
 */
export const signalFilterBankSpectralSubtraction: Operator<SignalFilterBankSpectralSubtractionParams> = defineOperator({
  name: "SignalFilterBankSpectralSubtraction",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output", "noise_estimate"],
  check(node) {
    const options = readCustomOptions(node);
    const channels = options.integer("num_channels");
    const estimate = node.outputs[1]!;
    requireNotNegative(node, "num_channels", channels);
    requireRank(node, "input", node.inputs[0]!, 1);
    requireRank(node, "output", node.outputs[0]!, 1);
    requireRank(node, "noise_estimate", estimate, 1);
    requireRoom(node, "input", node.inputs[0]!, channels);
    requireRoom(node, "output", node.outputs[0]!, channels);
    requireThat(
      estimate.size <= channels,
      node,
      () => `noise_estimate has ${estimate.size} elements, there are ${channels} channels`,
    );
    const unsigned = (name: string): number => options.integer(name) >>> 0;
    return {
      channels,
      even: { fresh: unsigned("smoothing"), kept: unsigned("one_minus_smoothing") },
      odd: { fresh: unsigned("alternate_smoothing"), kept: unsigned("alternate_one_minus_smoothing") },
      minSignalRemaining: unsigned("min_signal_remaining"),
      isClamping: options.boolean("clamping"),
      smoothingBits: options.integer("smoothing_bits"),
      bits: options.integer("spectral_subtraction_bits"),
    };
  },
});
