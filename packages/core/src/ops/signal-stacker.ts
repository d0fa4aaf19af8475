import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requirePositive, requireRank, requireThat } from "./shared/require.ts";
import { requireNotNegative, requireRoom } from "./shared/signal.ts";

export interface SignalStackerParams {
  readonly channels: number;
  /** Times that the first frame is repeated before itself. */
  readonly leftContext: number;
  /** Frames of one stack. */
  readonly frames: number;
  /** Frames from one stack's start to the next one's. */
  readonly step: number;
}

/**
 * SignalStacker: stacks the newest frame [C] with those around it, left context + 1 + right context frames in all, and
 * says whether there is a stack: at first the right context has to come, and then there is one in `stacker_step`.
 */
export const signalStacker: Operator<SignalStackerParams> = defineOperator({
  name: "SignalStacker",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output", "valid"],
  validOutput: 1,
  check(node) {
    const options = readCustomOptions(node);
    const channels = options.integer("num_channels");
    const leftContext = options.integer("stacker_left_context");
    const rightContext = options.integer("stacker_right_context");
    const step = options.integer("stacker_step");
    const frames = leftContext + 1 + rightContext;
    requirePositive(node, "num_channels", channels);
    requireNotNegative(node, "stacker_left_context", leftContext);
    requireNotNegative(node, "stacker_right_context", rightContext);
    requireThat(
      step >= 1 && step <= frames,
      node,
      () => `stacker_step is ${step}, it must be at least 1 and at most a stack's ${frames} frames`,
    );
    requireRank(node, "input", node.inputs[0]!, 1);
    requireRank(node, "output", node.outputs[0]!, 1);
    requireRank(node, "valid", node.outputs[1]!, 0);
    requireRoom(node, "input", node.inputs[0]!, channels);
    requireRoom(node, "output", node.outputs[0]!, channels * frames);
    return { channels, leftContext, frames, step };
  },
});
