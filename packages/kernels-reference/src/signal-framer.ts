import type { AnyKernel, Kernel, Region } from "@thimble/core";
import { type SignalFramerParams, signalFramer } from "@thimble/core/custom";

interface FramerState {
  /** For each signal the samples that do not yet make a frame, or that the next one shares with the last. */
  readonly lines: Region<"int16">;
  readonly lineLength: number;
  /** Samples in each line. */
  filled: number;
}

const firstFill = ({ isPrefilled, frameSize, frameStep }: SignalFramerParams): number =>
  isPrefilled ? frameSize - frameStep : 0;

/** Appends a step at a time to each signal's line; a line as long as a frame is put out and loses its first step. */
export const signalFramerS16: Kernel<SignalFramerParams, FramerState> = {
  name: "signal_framer_s16",
  operator: signalFramer,
  types: "int16 -> int16, bool",
  prepare({ params }, host) {
    const lineLength = params.frameSize + params.frameStep;
    const lines = host.allocatePersistent("int16", params.signals * lineLength);
    return { lines, lineLength, filled: firstFill(params) };
  },
  invoke(node, state) {
    const { signals, frames, frameSize, frameStep } = node.params;
    const line = state.lines.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    let isValid = 1;
    let filled = state.filled;
    for (let signal = 0; signal < signals; signal++) {
      const start = signal * state.lineLength;
      filled = state.filled;
      for (let frame = signal * frames; frame < (signal + 1) * frames; frame++) {
        for (let i = 0; i < frameStep; i++) line[start + filled + i] = input[frame * frameStep + i]!;
        filled += frameStep;
        if (filled >= frameSize) {
          for (let i = 0; i < frameSize; i++) output[frame * frameSize + i] = line[start + i]!;
          line.copyWithin(start, start + frameStep, start + filled);
          filled -= frameStep;
        } else {
          isValid = 0;
        }
      }
    }
    state.filled = filled;
    node.output(1).bytes[0] = isValid;
  },
  reset({ params }, state) {
    state.lines.data.fill(0);
    state.filled = firstFill(params);
  },
};

/** SignalFramer. */
export const signalFramerKernels: readonly AnyKernel[] = [signalFramerS16];
