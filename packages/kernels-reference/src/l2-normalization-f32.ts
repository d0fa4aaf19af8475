import { type Kernel, type L2NormalizationParams, l2Normalization } from "@thimble/core";

/** Vectors shorter than this are divided by this. */
const MIN_LENGTH = Math.fround(1e-6);

/** float32 vectors ÷ their lengths. */
export const l2NormalizationF32: Kernel<L2NormalizationParams> = {
  name: "l2_normalization_f32",
  operator: l2Normalization,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const { depth } = node.params;
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      let squares = 0;
      for (let i = start; i < end; i++) squares += input[i]! * input[i]!;
      const length = Math.max(Math.sqrt(squares), MIN_LENGTH);
      for (let i = start; i < end; i++) output[i] = input[i]! / length;
    }
  },
};
