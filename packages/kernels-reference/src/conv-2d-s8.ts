import { type Conv2DParams, conv2d, type Kernel } from "@thimble/core";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { type Conv2DLayout, type Conv2DQuantized, prepareConv2DQuantized } from "./conv-2d-prepare.ts";
import type { ConvQuantization } from "./shared/conv-quantization.ts";

/**
 * Convolution with int8 filters, a 32-bit accumulator and double rounding. Taps outside the input contribute nothing,
 * as if the input's zero point stood there.
 */
export function convolveS8(
  layout: Conv2DLayout,
  quantization: ConvQuantization,
  input: Int8Array | Int16Array,
  filter: Int8Array,
  bias: Int32Array | undefined,
  output: Int8Array | Int16Array,
): void {
  const { windows, outputDepth, groupDepth, filtersPerGroup, filterSize, filterRow } = layout;
  const { rowStep, columnStep } = windows;
  const { inputOffset, outputOffset } = quantization;
  const { min, max } = quantization.activation;
  const multiplier = quantization.multiplier.data;
  const shift = quantization.shift.data;
  let out = 0;
  windows.rewind();
  while (windows.next()) {
    const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
    for (let channel = 0; channel < outputDepth; channel++) {
      const group = origin + Math.floor(channel / filtersPerGroup) * groupDepth;
      let sum = bias === undefined ? 0 : bias[channel]!;
      for (let row = firstRow; row < endRow; row++) {
        for (let column = firstColumn; column < endColumn; column++) {
          const f = channel * filterSize + row * filterRow + column * groupDepth;
          const i = group + row * rowStep + column * columnStep;
          for (let c = 0; c < groupDepth; c++) {
            sum = (sum + Math.imul(filter[f + c]!, input[i + c]! + inputOffset)) | 0;
          }
        }
      }
      const scaled = multiplyByQuantizedMultiplier(sum, multiplier[channel]!, shift[channel]!) + outputOffset;
      output[out++] = scaled < min ? min : scaled > max ? max : scaled;
    }
  }
}

export const conv2dS8: Kernel<Conv2DParams, Conv2DQuantized> = {
  name: "conv_2d_s8",
  operator: conv2d,
  types: "int8, int8, int32? -> int8",
  prepare: prepareConv2DQuantized,
  invoke(node, { layout, quantization }) {
    const input = node.input(0).data as Int8Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    convolveS8(layout, quantization, input, filter, bias, node.output(0).data as Int8Array);
  },
};
