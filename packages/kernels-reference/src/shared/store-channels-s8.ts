import { clamp } from "../arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import type { ConvQuantization } from "./conv-quantization.ts";

/** Sets the sums of all output channels to the bias, or to 0. */
export function startChannels(sums: Int32Array, bias: Int32Array | undefined): void {
  if (bias === undefined) sums.fill(0);
  else sums.set(bias);
}

/** Requantizes the sums of all output channels into one pixel of the output, with double rounding. */
export function storeChannelsS8(
  sums: Int32Array,
  quantization: ConvQuantization,
  output: Int8Array,
  start: number,
): void {
  const { outputOffset } = quantization;
  const { min, max } = quantization.activation;
  const multiplier = quantization.multiplier.data;
  const shift = quantization.shift.data;
  const channels = sums.length;
  for (let channel = 0; channel < channels; channel++) {
    const scaled = multiplyByQuantizedMultiplier(sums[channel]!, multiplier[channel]!, shift[channel]!) + outputOffset;
    output[start + channel] = clamp(scaled, min, max);
  }
}
