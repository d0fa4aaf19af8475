import { type Kernel, type KernelNode, type TransposeConvParams, transposeConv } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import { biasAt } from "./shared/bias-at.ts";
import {
  prepareTransposeConvQuantized,
  type TransposeConvLayout,
  type TransposeConvQuantized,
} from "./transpose-conv-prepare.ts";

/** The products of one channel's filter with the inputs that reach the cursor's pixel. */
export function sumReachingS16(
  { pixels, inputDepth, filterSize }: TransposeConvLayout,
  input: Int16Array,
  filter: Int8Array,
  channel: number,
): number {
  const { origin, filterOrigin, firstRow, endRow, firstColumn, endColumn } = pixels;
  const { rowStep, columnStep, filterRowStep, filterColumnStep } = pixels;
  let sum = 0;
  for (let row = firstRow; row < endRow; row++) {
    for (let column = firstColumn; column < endColumn; column++) {
      const f = channel * filterSize + filterOrigin + row * filterRowStep + column * filterColumnStep;
      const i = origin - row * rowStep - column * columnStep;
      for (let c = 0; c < inputDepth; c++) sum += filter[f + c]! * input[i + c]!;
    }
  }
  return sum;
}

/** TFLM's sums have 64 bits, and so has its copy of a bias of 16. */
export function tflmScratchS16(node: KernelNode): readonly number[] {
  const bias = node.optionalInput(3);
  return [...(bias?.type === "int16" ? [8 * bias.size] : []), 8 * node.output(0).size];
}

/** int16 × int8 transposed convolution with a 64-bit accumulator, which a double holds exactly, and one rounding. */
export const transposeConvS16: Kernel<TransposeConvParams, TransposeConvQuantized> = {
  name: "transpose_conv_s16",
  operator: transposeConv,
  types: "int32, int8, int16, int16|int64? -> int16",
  tflmScratch: tflmScratchS16,
  prepare: prepareTransposeConvQuantized,
  invoke(node, { layout, quantization }) {
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    const filter = node.input(1).data as Int8Array;
    const input = node.input(2).data as Int16Array;
    const bias = node.optionalInput(3);
    const output = node.output(0).data as Int16Array;
    let out = 0;
    layout.pixels.rewind();
    while (layout.pixels.next()) {
      for (let channel = 0; channel < layout.outputDepth; channel++) {
        const sum = sumReachingS16(layout, input, filter, channel) + (bias === undefined ? 0 : biasAt(bias, channel));
        const scaled = multiplyByQuantizedMultiplier64(sum, multiplier[channel]!, shift[channel]!);
        output[out++] = clamp(scaled, min, max);
      }
    }
  },
};
