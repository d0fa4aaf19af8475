import { type Kernel, type TransposeConvParams, transposeConv } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { reduceMultiplier } from "./arithmetic/requantize.ts";
import { shiftProduct64 } from "./arithmetic/shift-product-64.ts";
import { type MisreadBias, prepareMisreadBias } from "./shared/misread-bias.ts";
import { prepareTransposeConvQuantized, type TransposeConvQuantized } from "./transpose-conv-prepare.ts";
import { sumReachingS16, tflmScratchS16 } from "./transpose-conv-s16.ts";

interface TransposeConvS16S32 extends TransposeConvQuantized {
  readonly bias: MisreadBias;
}

/** int16 × int8 transposed convolution with an int32 bias as TFLM reads it. All arithmetic wraps at 64 bits. */
export const transposeConvS16S32: Kernel<TransposeConvParams, TransposeConvS16S32> = {
  name: "transpose_conv_s16_s32",
  operator: transposeConv,
  types: "int32, int8, int16, int32 -> int16",
  supports: (node) => node.input(3).isConstant || "its int32 bias is no constant",
  tflmScratch: tflmScratchS16,
  prepare(node, host) {
    const prepared = prepareTransposeConvQuantized(node, host);
    return { ...prepared, bias: prepareMisreadBias(node.input(3), host, prepared.quantization) };
  },
  invoke(node, { layout, quantization, bias }) {
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    const high = bias.high.data;
    const low = bias.low.data;
    const filter = node.input(1).data as Int8Array;
    const input = node.input(2).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    let out = 0;
    layout.pixels.rewind();
    while (layout.pixels.next()) {
      for (let channel = 0; channel < layout.outputDepth; channel++) {
        const sum = sumReachingS16(layout, input, filter, channel);
        const reduced = reduceMultiplier(multiplier[channel]!);
        const scaled = shiftProduct64(sum, reduced, high[channel]!, low[channel]!, 15 - shift[channel]!);
        output[out++] = clamp(scaled, min, max);
      }
    }
  },
};
