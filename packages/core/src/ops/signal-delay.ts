import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireSize } from "./shared/require.ts";
import { requireNotNegative, signalsOf } from "./shared/signal.ts";

export interface SignalDelayParams {
  readonly signals: number;
  readonly frameSize: number;
  /** Samples by which the output lags behind the input. */
  readonly delay: number;
}

/** SignalDelay: each of the signals [..., frame], delayed by `delay_length` samples; zeros come first. */
export const signalDelay: Operator<SignalDelayParams> = defineOperator({
  name: "SignalDelay",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const input = node.inputs[0]!;
    const delay = readCustomOptions(node).integer("delay_length");
    const { count: signals, length: frameSize } = signalsOf(node, "input", input);
    requireNotNegative(node, "delay_length", delay);
    requireSize(node, "output", node.outputs[0]!, input.size);
    return { signals, frameSize, delay };
  },
});
