import {
  type DepthwiseConv2DParams,
  depthwiseConv2d,
  type Kernel,
  type KernelNode,
  type KernelTensor,
  type PrepareHost,
  type Region,
} from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { reduceMultiplier } from "./arithmetic/requantize.ts";
import { shiftProduct64 } from "./arithmetic/shift-product-64.ts";
import { type DepthwiseQuantized, prepareDepthwiseQuantized } from "./depthwise-conv-2d-prepare.ts";
import { sumTapsS16 } from "./depthwise-conv-2d-s16.ts";

interface MisreadBias extends DepthwiseQuantized {
  /** bias × multiplier + half of each channel, modulo 2^64: the upper and the lower 32 bits. */
  readonly high: Region<"int32">;
  readonly low: Region<"uint32">;
}

/** Eight bytes from where the channel's bias would be in an array of int64; 0 behind the end of the memory. */
function readInt64(bias: KernelTensor, channel: number): bigint {
  const memory = new DataView(bias.bytes.buffer);
  const at = bias.address + 8 * channel;
  return at + 8 <= memory.byteLength ? memory.getBigInt64(at, true) : 0n;
}

function prepareMisreadBias(node: KernelNode<DepthwiseConv2DParams>, host: PrepareHost): MisreadBias {
  const prepared = prepareDepthwiseQuantized(node, host);
  const { multiplier, shift } = prepared.quantization;
  const channels = prepared.layout.outputDepth;
  const high = host.allocatePersistent("int32", channels);
  const low = host.allocatePersistent("uint32", channels);
  for (let channel = 0; channel < channels; channel++) {
    const half = 2n ** BigInt(14 - shift.data[channel]!);
    const scaled = readInt64(node.input(2), channel) * BigInt(reduceMultiplier(multiplier.data[channel]!)) + half;
    high.data[channel] = Number(BigInt.asIntN(32, scaled >> 32n));
    low.data[channel] = Number(BigInt.asUintN(32, scaled));
  }
  return { ...prepared, high, low };
}

/**
 * int16 × int8 depthwise convolution with an int32 bias, which TFLM reads as if it were int64: two neighbours make one
 * bias, and the last channels take what the model's file holds behind the tensor. A converter gives such nodes an
 * int64 bias; for one that does not, this is what a device computes. All arithmetic wraps at 64 bits.
 */
export const depthwiseConv2dS16S32: Kernel<DepthwiseConv2DParams, MisreadBias> = {
  name: "depthwise_conv_2d_s16_s32",
  operator: depthwiseConv2d,
  types: "int16, int8, int32 -> int16",
  supports: (node) => node.input(2).isConstant || "its int32 bias is no constant",
  prepare: prepareMisreadBias,
  invoke(node, { layout, quantization, high, low }) {
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const output = node.output(0).data as Int16Array;
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    let out = 0;
    layout.windows.rewind();
    while (layout.windows.next()) {
      for (let channel = 0; channel < layout.outputDepth; channel++) {
        const sum = sumTapsS16(layout, input, filter, channel);
        const reduced = reduceMultiplier(multiplier[channel]!);
        const scaled = shiftProduct64(sum, reduced, high.data[channel]!, low.data[channel]!, 15 - shift[channel]!);
        output[out++] = clamp(scaled, min, max);
      }
    }
  },
};
