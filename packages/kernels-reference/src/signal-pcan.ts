import type { AnyKernel, Kernel } from "@thimble/core";
import { type SignalPcanParams, signalPcan } from "@thimble/core/custom";
import { shiftedSumOfProducts } from "./arithmetic/uint64.ts";

/** Fractional bits of the signal-to-noise ratio, and of the output. */
const SNR_BITS = 12;
const OUTPUT_BITS = 6;

/**
 * The gain for a noise estimate: from 3 on a quadratic function of the ten bits behind the leading one, with three
 * coefficients for each position of that bit.
 */
function gainOf(noise: number, lut: Int16Array): number {
  if (noise <= 2) return lut[noise]!;
  const interval = 32 - Math.clz32(noise);
  const at = 4 * interval - 6;
  const fraction = (interval < 11 ? noise << (11 - interval) : noise >>> (interval - 11)) & 0x3ff;
  const slope = ((lut[at + 2]! * fraction) >> 5) + (lut[at + 1]! << 5);
  const rise = (Math.imul(slope, fraction) + (1 << 14)) >> 15;
  return ((rise + lut[at]!) << 16) >> 16;
}

/** x² ÷ 4 below 2, x − 1 from there on. */
const compress = (snr: number): number =>
  snr < 2 << SNR_BITS
    ? (snr * snr) >>> (2 + 2 * SNR_BITS - OUTPUT_BITS)
    : (snr >>> (SNR_BITS - OUTPUT_BITS)) - (1 << OUTPUT_BITS);

/** Automatic gain control of each channel in fixed point. */
export const signalPcanU32: Kernel<SignalPcanParams> = {
  name: "signal_pcan_u32",
  operator: signalPcan,
  types: "uint32, uint32, int16 -> uint32",
  invoke(node) {
    const { snrShift } = node.params;
    const input = node.input(0).data as Uint32Array;
    const noise = node.input(1).data as Uint32Array;
    const lut = node.input(2).data as Int16Array;
    const output = node.output(0).data as Uint32Array;
    for (let i = 0; i < output.length; i++)
      output[i] = compress(shiftedSumOfProducts(input[i]!, gainOf(noise[i]!, lut) >>> 0, 0, 0, snrShift));
  },
};

/** SignalPCAN. */
export const signalPcanKernels: readonly AnyKernel[] = [signalPcanU32];
