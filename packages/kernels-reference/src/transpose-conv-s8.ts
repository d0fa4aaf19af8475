import { type Kernel, type TransposeConvParams, transposeConv } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { prepareTransposeConvQuantized, type TransposeConvQuantized } from "./transpose-conv-prepare.ts";

/** int8 transposed convolution with a 32-bit accumulator and double rounding. */
export const transposeConvS8: Kernel<TransposeConvParams, TransposeConvQuantized> = {
  name: "transpose_conv_s8",
  operator: transposeConv,
  types: "int32, int8, int8, int32? -> int8",
  tflmScratch: (node) => [4 * node.output(0).size],
  prepare: prepareTransposeConvQuantized,
  invoke(node, { layout, quantization }) {
    const { pixels, inputDepth, outputDepth, filterSize } = layout;
    const { rowStep, columnStep, filterRowStep, filterColumnStep } = pixels;
    const { inputOffset, outputOffset } = quantization;
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    const filter = node.input(1).data as Int8Array;
    const input = node.input(2).data as Int8Array;
    const bias = node.optionalInput(3)?.data as Int32Array | undefined;
    const output = node.output(0).data as Int8Array;
    let out = 0;
    pixels.rewind();
    while (pixels.next()) {
      const { origin, filterOrigin, firstRow, endRow, firstColumn, endColumn } = pixels;
      for (let channel = 0; channel < outputDepth; channel++) {
        let sum = bias === undefined ? 0 : bias[channel]!;
        for (let row = firstRow; row < endRow; row++) {
          for (let column = firstColumn; column < endColumn; column++) {
            const f = channel * filterSize + filterOrigin + row * filterRowStep + column * filterColumnStep;
            const i = origin - row * rowStep - column * columnStep;
            for (let c = 0; c < inputDepth; c++)
              sum = (sum + Math.imul(filter[f + c]!, input[i + c]! + inputOffset)) | 0;
          }
        }
        const scaled = multiplyByQuantizedMultiplier(sum, multiplier[channel]!, shift[channel]!) + outputOffset;
        output[out++] = clamp(scaled, min, max);
      }
    }
  },
};
