import { type Kernel, type TransposeConvParams, transposeConv } from "@thimble/core";
import { type ActivationRange, activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { prepareTransposeConvLayout, type TransposeConvLayout } from "./transpose-conv-prepare.ts";

interface TransposeConvF32 extends ActivationRange {
  readonly layout: TransposeConvLayout;
}

/** float32 transposed convolution; the sum is kept in a double and rounded once. */
export const transposeConvF32: Kernel<TransposeConvParams, TransposeConvF32> = {
  name: "transpose_conv_f32",
  operator: transposeConv,
  types: "int32, float32, float32, float32? -> float32",
  prepare: (node) => ({ layout: prepareTransposeConvLayout(node), ...activationRangeF32(node.params.activation) }),
  invoke(node, { layout, min, max }) {
    const { pixels, inputDepth, outputDepth, filterSize } = layout;
    const { rowStep, columnStep, filterRowStep, filterColumnStep } = pixels;
    const filter = node.input(1).data as Float32Array;
    const input = node.input(2).data as Float32Array;
    const bias = node.optionalInput(3)?.data as Float32Array | undefined;
    const output = node.output(0).data as Float32Array;
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
            for (let c = 0; c < inputDepth; c++) sum += filter[f + c]! * input[i + c]!;
          }
        }
        output[out++] = clamp(sum, min, max);
      }
    }
  },
};
