import type { AnyKernel, Kernel } from "@thimble/core";
import { type SignalWindowParams, signalWindow } from "@thimble/core/custom";
import { clamp } from "./arithmetic/clamp.ts";

/** int16 samples times int16 weights, shifted right, saturated. */
export const signalWindowS16: Kernel<SignalWindowParams> = {
  name: "signal_window_s16",
  operator: signalWindow,
  types: "int16, int16 -> int16",
  invoke(node) {
    const { shift } = node.params;
    const input = node.input(0).data as Int16Array;
    const weights = node.input(1).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let start = 0; start < output.length; start += weights.length)
      for (let i = 0; i < weights.length; i++)
        output[start + i] = clamp((input[start + i]! * weights[i]!) >> shift, -32768, 32767);
  },
};

/** SignalWindow. */
export const signalWindowKernels: readonly AnyKernel[] = [signalWindowS16];
