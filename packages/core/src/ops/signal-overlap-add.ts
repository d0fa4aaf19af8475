import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireRank, requireThat } from "./shared/require.ts";
import { requireRoom, signalsOf } from "./shared/signal.ts";

export interface SignalOverlapAddParams {
  readonly signals: number;
  readonly frames: number;
  readonly frameSize: number;
  /** Samples from one frame's start to the next one's. */
  readonly frameStep: number;
}

/** SignalOverlapAdd: puts the frames [..., frames, size] of each signal together again, adding where they overlap. */
export const signalOverlapAdd: Operator<SignalOverlapAddParams> = defineOperator({
  name: "SignalOverlapAdd",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    const frameStep = readCustomOptions(node).integer("frame_step");
    requireThat(input.shape.length >= 2, node, () => `input has ${input.shape.length} dimensions, it needs 2 or more`);
    requireRank(node, "output", output, input.shape.length - 1);
    const { count, length: frameSize } = signalsOf(node, "input", input);
    const frames = input.shape.at(-2)!;
    requireThat(
      frameStep >= 0 && frameStep <= frameSize,
      node,
      () => `frame_step is ${frameStep}, it must be 0 to the ${frameSize} samples of a frame`,
    );
    requireRoom(node, "output", output, count * frameStep);
    return { signals: frames === 0 ? 0 : count / frames, frames, frameSize, frameStep };
  },
});
