import { type Conv2DParams, conv2d, type Kernel } from "@thimble/core";
import { type ActivationRange, activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { type Conv2DLayout, prepareConv2DLayout } from "./conv-2d-prepare.ts";
import { windowLead } from "./shared/window-lead.ts";

interface Conv2DF32 extends ActivationRange {
  readonly layout: Conv2DLayout;
}

/** float32 convolution; the sum is kept in a double and rounded once. */
export const conv2dF32: Kernel<Conv2DParams, Conv2DF32> = {
  name: "conv_2d_f32",
  operator: conv2d,
  types: "float32, float32, float32? -> float32",
  lead: windowLead,
  prepare: (node) => ({ layout: prepareConv2DLayout(node), ...activationRangeF32(node.params.activation) }),
  invoke(node, { layout, min, max }) {
    const { windows, outputDepth, groupDepth, filtersPerGroup, filterSize, filterRow } = layout;
    const { rowStep, columnStep } = windows;
    const input = node.input(0).data as Float32Array;
    const filter = node.input(1).data as Float32Array;
    const bias = node.optionalInput(2)?.data as Float32Array | undefined;
    const output = node.output(0).data as Float32Array;
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
            for (let c = 0; c < groupDepth; c++) sum += filter[f + c]! * input[i + c]!;
          }
        }
        output[out++] = clamp(sum, min, max);
      }
    }
  },
};
