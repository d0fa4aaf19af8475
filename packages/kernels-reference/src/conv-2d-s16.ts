import { type Conv2DParams, conv2d, type Kernel, type KernelTensor } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier, multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import { type Conv2DLayout, type Conv2DQuantized, prepareConv2DQuantized } from "./conv-2d-prepare.ts";
import { accumulatesIn32Bits } from "./shared/accumulator-width.ts";
import { biasAt } from "./shared/bias-at.ts";
import type { ConvQuantization } from "./shared/conv-quantization.ts";
import { windowLead } from "./shared/window-lead.ts";

/**
 * int16 × int8 convolution with a 64-bit accumulator and one rounding, or with the low 32 bits and double rounding. A
 * double holds the accumulator exactly: 2^30 products of 22 bits stay under 2^53.
 */
function convolveS16(
  layout: Conv2DLayout,
  quantization: ConvQuantization,
  in32Bits: boolean,
  input: Int16Array,
  filter: Int8Array,
  bias: KernelTensor | undefined,
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
      let sum = bias === undefined ? 0 : biasAt(bias, channel);
      for (let row = firstRow; row < endRow; row++) {
        for (let column = firstColumn; column < endColumn; column++) {
          const f = channel * filterSize + row * filterRow + column * groupDepth;
          const i = group + row * rowStep + column * columnStep;
          for (let c = 0; c < groupDepth; c++) sum += filter[f + c]! * input[i + c]!;
        }
      }
      const scaled = in32Bits
        ? multiplyByQuantizedMultiplier(sum | 0, multiplier[channel]!, shift[channel]!)
        : multiplyByQuantizedMultiplier64(sum, multiplier[channel]!, shift[channel]!);
      output[out++] = clamp(scaled, min, max);
    }
  }
}

export const conv2dS16: Kernel<Conv2DParams, Conv2DQuantized> = {
  name: "conv_2d_s16",
  operator: conv2d,
  types: "int16, int8, int32|int64? -> int16",
  lead: windowLead,
  prepare: prepareConv2DQuantized,
  invoke(node, { layout, quantization }) {
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const output = node.output(0).data as Int16Array;
    convolveS16(layout, quantization, accumulatesIn32Bits(node), input, filter, node.optionalInput(2), output);
  },
};
