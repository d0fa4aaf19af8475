import { type DepthwiseConv2DParams, depthwiseConv2d, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import {
  type DepthwiseLayout,
  type DepthwiseQuantized,
  prepareDepthwiseQuantized,
} from "./depthwise-conv-2d-prepare.ts";
import type { ConvQuantization } from "./shared/conv-quantization.ts";

/**
 * int16 × int8 depthwise convolution with a 64-bit accumulator, which a double holds exactly, and one rounding.
 *
 * An int32 bias counts as what it says. TFLM reads one as if it were int64, past its end.
 */
function convolveDepthwiseS16(
  layout: DepthwiseLayout,
  quantization: ConvQuantization,
  input: Int16Array,
  filter: Int8Array,
  bias: Int32Array | BigInt64Array | undefined,
  output: Int16Array,
): void {
  const { windows, outputDepth, depthMultiplier, filterRow } = layout;
  const { rowStep, columnStep } = windows;
  const { min, max } = quantization.activation;
  const multiplier = quantization.multiplier.data;
  const shift = quantization.shift.data;
  let out = 0;
  windows.rewind();
  while (windows.next()) {
    const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
    for (let channel = 0; channel < outputDepth; channel++) {
      const inputChannel = origin + Math.floor(channel / depthMultiplier);
      let sum = bias === undefined ? 0 : Number(bias[channel]!);
      for (let row = firstRow; row < endRow; row++) {
        const f = channel + row * filterRow;
        const i = inputChannel + row * rowStep;
        for (let column = firstColumn; column < endColumn; column++)
          sum += filter[f + column * outputDepth]! * input[i + column * columnStep]!;
      }
      const scaled = multiplyByQuantizedMultiplier64(sum, multiplier[channel]!, shift[channel]!);
      output[out++] = clamp(scaled, min, max);
    }
  }
}

export const depthwiseConv2dS16: Kernel<DepthwiseConv2DParams, DepthwiseQuantized> = {
  name: "depthwise_conv_2d_s16",
  operator: depthwiseConv2d,
  types: "int16, int8, int32|int64? -> int16",
  prepare: prepareDepthwiseQuantized,
  invoke(node, { layout, quantization }) {
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | BigInt64Array | undefined;
    convolveDepthwiseS16(layout, quantization, input, filter, bias, node.output(0).data as Int16Array);
  },
};
