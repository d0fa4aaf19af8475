import type { AnyKernel, Kernel, Region } from "@thimble/core";
import { type SignalStackerParams, signalStacker } from "@thimble/core/custom";

interface StackerState {
  /** The frames of the next stack, as far as they have come. */
  readonly stack: Region<"int16">;
  /** Frames in the stack. */
  filled: number;
  hasBegun: boolean;
}

/** Puts a frame behind those that the stack holds. */
function appendFrame(state: StackerState, input: Int16Array, channels: number): void {
  const start = state.filled++ * channels;
  for (let i = 0; i < channels; i++) state.stack.data[start + i] = input[i]!;
}

/** Collects int16 frames; a full stack is put out and loses as many frames as it steps on. */
export const signalStackerS16: Kernel<SignalStackerParams, StackerState> = {
  name: "signal_stacker_s16",
  operator: signalStacker,
  types: "int16 -> int16, bool",
  prepare: ({ params }, host) => ({
    stack: host.allocatePersistent("int16", params.channels * params.frames),
    filled: 0,
    hasBegun: false,
  }),
  invoke(node, state) {
    const { channels, leftContext, frames, step } = node.params;
    const stack = state.stack.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    const copies = state.hasBegun ? 1 : 1 + leftContext;
    for (let copy = 0; copy < copies; copy++) appendFrame(state, input, channels);
    state.hasBegun = true;
    const isValid = state.filled === frames;
    if (isValid) {
      for (let i = 0; i < stack.length; i++) output[i] = stack[i]!;
      stack.copyWithin(0, step * channels);
      state.filled -= step;
    }
    node.output(1).bytes[0] = isValid ? 1 : 0;
  },
  reset(_, state) {
    state.stack.data.fill(0);
    state.filled = 0;
    state.hasBegun = false;
  },
};

/** SignalStacker. */
export const signalStackerKernels: readonly AnyKernel[] = [signalStackerS16];
