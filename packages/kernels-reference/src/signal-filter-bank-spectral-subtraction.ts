import type { AnyKernel, Kernel, Region } from "@thimble/core";
import {
  type SignalFilterBankSpectralSubtractionParams,
  signalFilterBankSpectralSubtraction,
} from "@thimble/core/custom";
import { shiftedSumOfProducts } from "./arithmetic/uint64.ts";

/** Subtracts from each channel a moving average of itself, but leaves some of it. All arithmetic is unsigned. */
export const signalFilterBankSpectralSubtractionU32: Kernel<
  SignalFilterBankSpectralSubtractionParams,
  Region<"uint32">
> = {
  name: "signal_filter_bank_spectral_subtraction_u32",
  operator: signalFilterBankSpectralSubtraction,
  types: "uint32 -> uint32, uint32",
  prepare: ({ params }, host) => host.allocatePersistent("uint32", params.channels),
  invoke(node, estimates) {
    const { channels, even, odd, minSignalRemaining, isClamping, smoothingBits, bits } = node.params;
    const noise = estimates.data;
    const input = node.input(0).data as Uint32Array;
    const output = node.output(0).data as Uint32Array;
    const estimate = node.output(1).data as Uint32Array;
    for (let i = 0; i < channels; i++) {
      const { fresh, kept } = i % 2 === 0 ? even : odd;
      const signal = (input[i]! << smoothingBits) >>> 0;
      const average = shiftedSumOfProducts(signal, fresh, noise[i]!, kept, bits);
      const subtrahend = Math.min(average, signal);
      noise[i] = isClamping ? subtrahend : average;
      const least = shiftedSumOfProducts(input[i]!, minSignalRemaining, 0, 0, bits);
      output[i] = Math.max((signal - subtrahend) >>> smoothingBits, least);
    }
    for (let i = 0; i < estimate.length; i++) estimate[i] = noise[i]!;
  },
  reset(_, estimates) {
    estimates.data.fill(0);
  },
};

/** SignalFilterBankSpectralSubtraction. */
export const signalFilterBankSpectralSubtractionKernels: readonly AnyKernel[] = [
  signalFilterBankSpectralSubtractionU32,
];
