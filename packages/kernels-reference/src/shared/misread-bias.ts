import type { KernelTensor, PrepareHost, Region } from "@thimble/core";
import { reduceMultiplier } from "../arithmetic/requantize.ts";
import type { ChannelMultipliers } from "./channel-multipliers.ts";

/**
 * bias × multiplier + half of each channel, modulo 2^64: the upper and the lower 32 bits. The bias is int32, and TFLM
 * reads it as if it were int64: two neighbours make one bias, and the last channels take what the model's file holds
 * behind the tensor. A converter gives such nodes an int64 bias; for one that does not, this is what a device computes.
 */
export interface MisreadBias {
  readonly high: Region<"int32">;
  readonly low: Region<"uint32">;
}

/** Eight bytes from where the channel's bias would be in an array of int64; 0 behind the end of the memory. */
function readInt64(bias: KernelTensor, channel: number): bigint {
  const memory = new DataView(bias.bytes.buffer);
  const at = bias.modelAddress + 8 * channel;
  return at + 8 <= memory.byteLength ? memory.getBigInt64(at, true) : 0n;
}

/** Multiplies a constant bias by each channel's factor, so that invoke has no 64-bit integers to read. */
export function prepareMisreadBias(
  bias: KernelTensor,
  host: PrepareHost,
  { multiplier, shift }: ChannelMultipliers,
): MisreadBias {
  const channels = multiplier.data.length;
  const high = host.allocatePersistent("int32", channels);
  const low = host.allocatePersistent("uint32", channels);
  for (let channel = 0; channel < channels; channel++) {
    const half = 2n ** BigInt(Math.max(0, 14 - shift.data[channel]!));
    const scaled = readInt64(bias, channel) * BigInt(reduceMultiplier(multiplier.data[channel]!)) + half;
    high.data[channel] = Number(BigInt.asIntN(32, scaled >> 32n));
    low.data[channel] = Number(BigInt.asUintN(32, scaled));
  }
  return { high, low };
}
