import { type Conv2DParams, conv2d, type Kernel } from "@thimble/core";
import { accumulateRowsS8 } from "./arithmetic/accumulate-rows-s8.ts";
import { type Conv2DLayout, type Conv2DQuantizedS8, prepareConv2DQuantizedS8 } from "./conv-2d-prepare.ts";
import type { ConvQuantization } from "./shared/conv-quantization.ts";
import { startChannels, storeChannelsS8 } from "./shared/store-channels-s8.ts";
import { windowLead } from "./shared/window-lead.ts";

/**
 * Convolution with int8 filters, a 32-bit accumulator and double rounding. Taps outside the input contribute nothing,
 * as if the input's zero point stood there.
 *
 * A pixel's sums grow tap by tap, for all filters of a group at once. Taps of a row that neighbour each other in the
 * input and in the filters are taken together.
 */
export function convolveS8(
  layout: Conv2DLayout,
  quantization: ConvQuantization,
  sums: Int32Array,
  input: Int8Array,
  filter: Int8Array,
  bias: Int32Array | undefined,
  output: Int8Array,
): void {
  const { windows, outputDepth, groupDepth, filtersPerGroup, filterSize, filterRow, hasDenseRows } = layout;
  const { rowStep, columnStep } = windows;
  const { inputOffset } = quantization;
  const groups = outputDepth / filtersPerGroup;
  let out = 0;
  windows.rewind();
  while (windows.next()) {
    const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
    const runs = hasDenseRows ? 1 : endColumn - firstColumn;
    const length = hasDenseRows ? (endColumn - firstColumn) * groupDepth : groupDepth;
    startChannels(sums, bias);
    for (let group = 0; group < groups; group++) {
      const at = group * filtersPerGroup;
      for (let row = firstRow; row < endRow; row++) {
        for (let run = 0; run < runs; run++) {
          const f = at * filterSize + row * filterRow + (firstColumn + run) * groupDepth;
          const i = origin + group * groupDepth + row * rowStep + (firstColumn + run) * columnStep;
          accumulateRowsS8(sums, at, filtersPerGroup, filter, f, filterSize, input, i, length, inputOffset);
        }
      }
    }
    storeChannelsS8(sums, quantization, output, out);
    out += outputDepth;
  }
}

export const conv2dS8: Kernel<Conv2DParams, Conv2DQuantizedS8> = {
  name: "conv_2d_s8",
  operator: conv2d,
  types: "int8, int8, int32? -> int8",
  lead: windowLead,
  prepare: prepareConv2DQuantizedS8,
  invoke(node, { layout, quantization, sums }) {
    const input = node.input(0).data as Int8Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    convolveS8(layout, quantization, sums, input, filter, bias, node.output(0).data as Int8Array);
  },
};
