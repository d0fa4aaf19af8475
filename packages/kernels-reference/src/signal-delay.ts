import type { AnyKernel, Kernel, Region } from "@thimble/core";
import { type SignalDelayParams, signalDelay } from "@thimble/core/custom";

/** Keeps the last samples of each signal in a line of its own, the newest frame behind them. */
export const signalDelayS16: Kernel<SignalDelayParams, Region<"int16">> = {
  name: "signal_delay_s16",
  operator: signalDelay,
  types: "int16 -> int16",
  prepare: ({ params }, host) => host.allocatePersistent("int16", params.signals * (params.delay + params.frameSize)),
  invoke(node, lines) {
    const { signals, frameSize, delay } = node.params;
    const line = lines.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let signal = 0; signal < signals; signal++) {
      const start = signal * (delay + frameSize);
      const at = signal * frameSize;
      for (let i = 0; i < frameSize; i++) line[start + delay + i] = input[at + i]!;
      for (let i = 0; i < frameSize; i++) output[at + i] = line[start + i]!;
      line.copyWithin(start, start + frameSize, start + frameSize + delay);
    }
  },
  reset(_, lines) {
    lines.data.fill(0);
  },
};

/** SignalDelay. */
export const signalDelayKernels: readonly AnyKernel[] = [signalDelayS16];
