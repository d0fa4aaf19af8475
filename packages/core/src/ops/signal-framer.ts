import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requirePositive, requireRank, requireThat } from "./shared/require.ts";
import { requireNotNegative, requireRoom, signalsOf } from "./shared/signal.ts";

export interface SignalFramerParams {
  readonly signals: number;
  /** Frames of each signal that one invoke completes. */
  readonly frames: number;
  readonly frameSize: number;
  /** Samples from one frame's start to the next one's. */
  readonly frameStep: number;
  /** Whether zeros stand before the first sample, so that the first step completes a frame. */
  readonly isPrefilled: boolean;
}

/**
 * SignalFramer: cuts each of the signals [..., samples] into frames [..., frames, `frame_size`] that begin
 * `frame_step` samples apart and overlap, and says whether all of them are complete.
 */
export const signalFramer: Operator<SignalFramerParams> = defineOperator({
  name: "SignalFramer",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output", "valid"],
  validOutput: 1,
  check(node) {
    const options = readCustomOptions(node);
    const [frameSize, frameStep] = [options.integer("frame_size"), options.integer("frame_step")];
    const isPrefilled = options.boolean("prefill");
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    const { count: signals, length } = signalsOf(node, "input", input);
    requireRank(node, "output", output, input.shape.length + 1);
    requireRank(node, "valid", node.outputs[1]!, 0);
    requireNotNegative(node, "frame_size", frameSize);
    requirePositive(node, "frame_step", frameStep);
    requireThat(
      length >= frameStep && length % frameStep === 0,
      node,
      () => `input has ${length} samples, it needs a multiple of frame_step, ${frameStep}`,
    );
    requireThat(
      !isPrefilled || frameStep <= frameSize,
      node,
      () => `frame_step is ${frameStep}, with prefill it must be at most frame_size, ${frameSize}`,
    );
    const frames = length / frameStep;
    requireRoom(node, "output", output, signals * frames * frameSize);
    return { signals, frames, frameSize, frameStep, isPrefilled };
  },
});
