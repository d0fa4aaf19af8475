import type { PrepareHost, Region } from "@thimble/core";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";

/** Fixed-point factors from accumulator to output: one for each output channel, or one for all. */
export interface ChannelMultipliers {
  readonly multiplier: Region<"int32">;
  readonly shift: Region<"int16">;
}

/** Stores the fixed-point form of each channel's real factor. */
export function prepareChannelMultipliers(
  host: PrepareHost,
  channels: number,
  factorOf: (channel: number) => number,
): ChannelMultipliers {
  const multiplier = host.allocatePersistent("int32", channels);
  const shift = host.allocatePersistent("int16", channels);
  for (let channel = 0; channel < channels; channel++) {
    const factor = quantizeMultiplier(factorOf(channel));
    multiplier.data[channel] = factor.multiplier;
    shift.data[channel] = factor.shift;
  }
  return { multiplier, shift };
}
