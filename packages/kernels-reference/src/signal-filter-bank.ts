import type { AnyKernel, Kernel } from "@thimble/core";
import { type SignalFilterBankParams, signalFilterBank } from "@thimble/core/custom";
import { writeUint32 } from "./arithmetic/uint64.ts";

const TWO_32 = 2 ** 32;

/**
 * Sums of int16 × uint32, modulo 2^64. Products are split into multiples of 2^32 and the rest, whose sums doubles hold.
 * Bins and weights that the tables place outside the spectrum and the weights do not count.
 */
export const signalFilterBankU32: Kernel<SignalFilterBankParams> = {
  name: "signal_filter_bank_u32",
  operator: signalFilterBank,
  types: "uint32, int16, int16, int16, int16, int16 -> uint64",
  invoke(node) {
    const input = node.input(0).data as Uint32Array;
    const weights = node.input(1).data as Int16Array;
    const unweights = node.input(2).data as Int16Array;
    const frequencyStarts = node.input(3).data as Int16Array;
    const weightStarts = node.input(4).data as Int16Array;
    const widths = node.input(5).data as Int16Array;
    const output = node.output(0);
    let low = 0;
    let high = 0;
    for (let channel = 0; channel <= output.size; channel++) {
      const bin = frequencyStarts[channel]!;
      const weight = weightStarts[channel]!;
      const end = Math.min(widths[channel]!, input.length - bin, weights.length - weight, unweights.length - weight);
      let nextLow = 0;
      let nextHigh = 0;
      for (let i = Math.max(0, -bin, -weight); i < end; i++) {
        const weighted = weights[weight + i]! * input[bin + i]!;
        const weightedHigh = Math.floor(weighted / TWO_32);
        high += weightedHigh;
        low += weighted - weightedHigh * TWO_32;
        const unweighted = unweights[weight + i]! * input[bin + i]!;
        const unweightedHigh = Math.floor(unweighted / TWO_32);
        nextHigh += unweightedHigh;
        nextLow += unweighted - unweightedHigh * TWO_32;
      }
      if (channel > 0) {
        writeUint32(output.bytes, 8 * channel - 8, low % TWO_32);
        writeUint32(output.bytes, 8 * channel - 4, high + Math.floor(low / TWO_32));
      }
      low = nextLow;
      high = nextHigh;
    }
  },
};

/** SignalFilterBank. */
export const signalFilterBankKernels: readonly AnyKernel[] = [signalFilterBankU32];
