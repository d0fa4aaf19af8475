import { type AnyKernel, type Kernel, kernelStatus } from "@thimble/core";
import { type CircularBufferParams, circularBuffer } from "@thimble/core/custom";

interface Countdown {
  /** Invokes until the rest of the graph runs. */
  left: number;
}

/** Moves the slots on by one and appends the input. The output itself is the memory. */
export const circularBufferS8: Kernel<CircularBufferParams, Countdown> = {
  name: "circular_buffer_s8",
  operator: circularBuffer,
  types: "int8 -> int8",
  prepare(node, host) {
    const output = node.output(0);
    if (!output.isVariable) host.keepOutput(output);
    return { left: node.params.cycles };
  },
  invoke(node, countdown) {
    const { slots, depth, cycles } = node.params;
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    const last = (slots - 1) * depth;
    output.copyWithin(0, depth, slots * depth);
    for (let i = 0; i < depth; i++) output[last + i] = input[i]!;
    if (--countdown.left > 0) return kernelStatus.aborted;
    countdown.left = cycles;
    return kernelStatus.ok;
  },
  reset(node, countdown) {
    const output = node.output(0);
    if (!output.isVariable) output.bytes.fill(0);
    countdown.left = node.params.cycles;
  },
};

/** CIRCULAR_BUFFER. */
export const circularBufferKernels: readonly AnyKernel[] = [circularBufferS8];
