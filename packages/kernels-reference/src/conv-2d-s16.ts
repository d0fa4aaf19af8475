import { type Conv2DParams, conv2d, type Kernel, type KernelNode } from "@thimble/core";
import { multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import { type Conv2DLayout, type Conv2DQuantized, prepareConv2DQuantized } from "./conv-2d-prepare.ts";
import { convolveS8 } from "./conv-2d-s8.ts";
import type { ConvQuantization } from "./shared/conv-quantization.ts";

/**
 * int16 × int8 convolution with a 64-bit accumulator and one rounding. A double holds the accumulator exactly: 2^30
 * products of 22 bits stay under 2^53.
 */
function convolveS16(
  layout: Conv2DLayout,
  quantization: ConvQuantization,
  input: Int16Array,
  filter: Int8Array,
  bias: BigInt64Array | undefined,
  output: Int16Array,
): void {
  const { windows, outputDepth, groupDepth, filtersPerGroup, filterSize, filterRow } = layout;
  const { rowStep, columnStep } = windows;
  const { min, max } = quantization.activation;
  const multiplier = quantization.multiplier.data;
  const shift = quantization.shift.data;
  let out = 0;
  windows.rewind();
  while (windows.next()) {
    const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
    for (let channel = 0; channel < outputDepth; channel++) {
      const group = origin + Math.floor(channel / filtersPerGroup) * groupDepth;
      let sum = bias === undefined ? 0 : Number(bias[channel]!);
      for (let row = firstRow; row < endRow; row++) {
        for (let column = firstColumn; column < endColumn; column++) {
          const f = channel * filterSize + row * filterRow + column * groupDepth;
          const i = group + row * rowStep + column * columnStep;
          for (let c = 0; c < groupDepth; c++) sum += filter[f + c]! * input[i + c]!;
        }
      }
      const scaled = multiplyByQuantizedMultiplier64(sum, multiplier[channel]!, shift[channel]!);
      output[out++] = scaled < min ? min : scaled > max ? max : scaled;
    }
  }
}

/** TFLM accumulates in 32 bits where the bias, or the bias that a converter would have made, is int32. */
const accumulatesIn32Bits = (node: KernelNode<Conv2DParams>): boolean =>
  (node.optionalInput(2)?.type ?? node.params.quantizedBiasType) === "int32";

export const conv2dS16: Kernel<Conv2DParams, Conv2DQuantized> = {
  name: "conv_2d_s16",
  operator: conv2d,
  types: "int16, int8, int32|int64? -> int16",
  prepare: prepareConv2DQuantized,
  invoke(node, { layout, quantization }) {
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2)?.data;
    const output = node.output(0).data as Int16Array;
    if (accumulatesIn32Bits(node)) convolveS8(layout, quantization, input, filter, bias as Int32Array, output);
    else convolveS16(layout, quantization, input, filter, bias as BigInt64Array, output);
  },
};
