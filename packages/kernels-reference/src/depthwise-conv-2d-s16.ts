import { type DepthwiseConv2DParams, depthwiseConv2d, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import {
  type DepthwiseLayout,
  type DepthwiseQuantized,
  prepareDepthwiseQuantized,
} from "./depthwise-conv-2d-prepare.ts";
import { biasAt } from "./shared/bias-at.ts";
import { windowLead } from "./shared/window-lead.ts";

/**
 * The sum over the taps of one channel where the layout's windows stand, without bias. The 64-bit accumulator fits
 * into a double exactly.
 */
export function sumTapsS16(layout: DepthwiseLayout, input: Int16Array, filter: Int8Array, channel: number): number {
  const { windows, outputDepth, depthMultiplier, filterRow } = layout;
  const { firstRow, endRow, firstColumn, endColumn, rowStep, columnStep } = windows;
  const inputChannel = windows.origin + Math.floor(channel / depthMultiplier);
  let sum = 0;
  for (let row = firstRow; row < endRow; row++) {
    const f = channel + row * filterRow;
    const i = inputChannel + row * rowStep;
    for (let column = firstColumn; column < endColumn; column++)
      sum += filter[f + column * outputDepth]! * input[i + column * columnStep]!;
  }
  return sum;
}

/** int16 × int8 depthwise convolution with a 64-bit accumulator and one rounding. */
export const depthwiseConv2dS16: Kernel<DepthwiseConv2DParams, DepthwiseQuantized> = {
  name: "depthwise_conv_2d_s16",
  operator: depthwiseConv2d,
  types: "int16, int8, int64? -> int16",
  lead: windowLead,
  prepare: prepareDepthwiseQuantized,
  invoke(node, { layout, quantization }) {
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2);
    const output = node.output(0).data as Int16Array;
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    let out = 0;
    layout.windows.rewind();
    while (layout.windows.next()) {
      for (let channel = 0; channel < layout.outputDepth; channel++) {
        const start = bias === undefined ? 0 : biasAt(bias, channel);
        const sum = start + sumTapsS16(layout, input, filter, channel);
        const scaled = multiplyByQuantizedMultiplier64(sum, multiplier[channel]!, shift[channel]!);
        output[out++] = clamp(scaled, min, max);
      }
    }
  },
};
