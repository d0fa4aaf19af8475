import { type DepthwiseConv2DParams, depthwiseConv2d, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { reduceMultiplier } from "./arithmetic/requantize.ts";
import { shiftProduct64 } from "./arithmetic/shift-product-64.ts";
import { type DepthwiseQuantized, prepareDepthwiseQuantized } from "./depthwise-conv-2d-prepare.ts";
import { sumTapsS16 } from "./depthwise-conv-2d-s16.ts";
import { type MisreadBias, prepareMisreadBias } from "./shared/misread-bias.ts";
import { windowLead } from "./shared/window-lead.ts";

interface DepthwiseS16S32 extends DepthwiseQuantized {
  readonly bias: MisreadBias;
}

/** int16 × int8 depthwise convolution with an int32 bias as TFLM reads it. All arithmetic wraps at 64 bits. */
export const depthwiseConv2dS16S32: Kernel<DepthwiseConv2DParams, DepthwiseS16S32> = {
  name: "depthwise_conv_2d_s16_s32",
  operator: depthwiseConv2d,
  types: "int16, int8, int32 -> int16",
  lead: windowLead,
  supports: (node) => node.input(2).isConstant || "its int32 bias is no constant",
  prepare(node, host) {
    const prepared = prepareDepthwiseQuantized(node, host);
    return { ...prepared, bias: prepareMisreadBias(node.input(2), host, prepared.quantization) };
  },
  invoke(node, { layout, quantization, bias }) {
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const output = node.output(0).data as Int16Array;
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    const high = bias.high.data;
    const low = bias.low.data;
    let out = 0;
    layout.windows.rewind();
    while (layout.windows.next()) {
      for (let channel = 0; channel < layout.outputDepth; channel++) {
        const sum = sumTapsS16(layout, input, filter, channel);
        const reduced = reduceMultiplier(multiplier[channel]!);
        const scaled = shiftProduct64(sum, reduced, high[channel]!, low[channel]!, 15 - shift[channel]!);
        output[out++] = clamp(scaled, min, max);
      }
    }
  },
};
