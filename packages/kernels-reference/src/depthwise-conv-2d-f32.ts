import { type DepthwiseConv2DParams, depthwiseConv2d, type Kernel } from "@thimble/core";
import { type ActivationRange, activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { type DepthwiseLayout, prepareDepthwiseLayout } from "./depthwise-conv-2d-prepare.ts";
import { windowLead } from "./shared/window-lead.ts";

interface DepthwiseF32 extends ActivationRange {
  readonly layout: DepthwiseLayout;
}

/** float32 depthwise convolution; the sum is kept in a double and rounded once. */
function convolveDepthwiseF32(
  { layout, min, max }: DepthwiseF32,
  input: Float32Array,
  filter: Float32Array,
  bias: Float32Array | undefined,
  output: Float32Array,
): void {
  const { windows, outputDepth, depthMultiplier, filterRow } = layout;
  const { rowStep, columnStep } = windows;
  let out = 0;
  windows.rewind();
  while (windows.next()) {
    const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
    for (let channel = 0; channel < outputDepth; channel++) {
      const inputChannel = origin + Math.floor(channel / depthMultiplier);
      let sum = bias === undefined ? 0 : bias[channel]!;
      for (let row = firstRow; row < endRow; row++) {
        const f = channel + row * filterRow;
        const i = inputChannel + row * rowStep;
        for (let column = firstColumn; column < endColumn; column++)
          sum += filter[f + column * outputDepth]! * input[i + column * columnStep]!;
      }
      output[out++] = clamp(sum, min, max);
    }
  }
}

export const depthwiseConv2dF32: Kernel<DepthwiseConv2DParams, DepthwiseF32> = {
  name: "depthwise_conv_2d_f32",
  operator: depthwiseConv2d,
  types: "float32, float32, float32? -> float32",
  lead: windowLead,
  prepare: (node) => ({ layout: prepareDepthwiseLayout(node), ...activationRangeF32(node.params.activation) }),
  invoke(node, data) {
    const input = node.input(0).data as Float32Array;
    const filter = node.input(1).data as Float32Array;
    const bias = node.optionalInput(2)?.data as Float32Array | undefined;
    convolveDepthwiseF32(data, input, filter, bias, node.output(0).data as Float32Array);
  },
};
