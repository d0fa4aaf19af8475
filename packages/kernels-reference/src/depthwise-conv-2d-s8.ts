import { type DepthwiseConv2DParams, depthwiseConv2d, type Kernel } from "@thimble/core";
import { accumulateChannelsS8 } from "./arithmetic/accumulate-channels-s8.ts";
import {
  type DepthwiseLayout,
  type DepthwiseQuantizedS8,
  prepareDepthwiseQuantizedS8,
} from "./depthwise-conv-2d-prepare.ts";
import type { ConvQuantization } from "./shared/conv-quantization.ts";
import { startChannels, storeChannelsS8 } from "./shared/store-channels-s8.ts";
import { windowLead } from "./shared/window-lead.ts";

/**
 * Depthwise convolution with int8 filters, a 32-bit accumulator and double rounding. Taps outside the input contribute
 * nothing, as if the input's zero point stood there. A pixel's sums grow tap by tap, for all channels at once.
 */
export function convolveDepthwiseS8(
  layout: DepthwiseLayout,
  quantization: ConvQuantization,
  sums: Int32Array,
  input: Int8Array,
  filter: Int8Array,
  bias: Int32Array | undefined,
  output: Int8Array,
): void {
  const { windows, outputDepth, depthMultiplier, filterRow } = layout;
  const { rowStep, columnStep } = windows;
  const { inputOffset } = quantization;
  const inputDepth = outputDepth / depthMultiplier;
  let out = 0;
  windows.rewind();
  while (windows.next()) {
    const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
    startChannels(sums, bias);
    for (let row = firstRow; row < endRow; row++) {
      for (let column = firstColumn; column < endColumn; column++) {
        const f = row * filterRow + column * outputDepth;
        const i = origin + row * rowStep + column * columnStep;
        accumulateChannelsS8(sums, inputDepth, depthMultiplier, filter, f, input, i, inputOffset);
      }
    }
    storeChannelsS8(sums, quantization, output, out);
    out += outputDepth;
  }
}

export const depthwiseConv2dS8: Kernel<DepthwiseConv2DParams, DepthwiseQuantizedS8> = {
  name: "depthwise_conv_2d_s8",
  operator: depthwiseConv2d,
  types: "int8, int8, int32? -> int8",
  lead: windowLead,
  prepare: prepareDepthwiseQuantizedS8,
  invoke(node, { layout, quantization, sums }) {
    const input = node.input(0).data as Int8Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    convolveDepthwiseS8(layout, quantization, sums, input, filter, bias, node.output(0).data as Int8Array);
  },
};
