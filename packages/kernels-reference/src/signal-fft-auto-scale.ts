import type { AnyKernel, Kernel } from "@thimble/core";
import { signalFftAutoScale } from "@thimble/core/custom";

/** The greatest magnitude as an int16, which cannot hold that of −32768: it stays negative, and what follows counts. */
function maxAbs(samples: Int16Array, count: number): number {
  let max = 0;
  for (let i = 0; i < count; i++) {
    const value = samples[i]!;
    if (value > max) max = value;
    else if (-value > max) max = (-value << 16) >> 16;
  }
  return max;
}

/** Bits by which all samples can be shifted left; 0 if all are 0. */
const headroom = (max: number): number => (max > 0 ? Math.clz32(max) - 17 : 0);

/** Shifts int16 samples left so that the greatest fills its 15 bits. */
export const signalFftAutoScaleS16: Kernel<void> = {
  name: "signal_fft_auto_scale_s16",
  operator: signalFftAutoScale,
  types: "int16 -> int16, int32",
  invoke(node) {
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    const scaleBits = headroom(maxAbs(input, output.length));
    for (let i = 0; i < output.length; i++) output[i] = input[i]! << scaleBits;
    (node.output(1).data as Int32Array)[0] = scaleBits;
  },
};

/** SignalFftAutoScale. */
export const signalFftAutoScaleKernels: readonly AnyKernel[] = [signalFftAutoScaleS16];
