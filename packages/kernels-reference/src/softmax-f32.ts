import { type Kernel, type SoftmaxParams, softmax } from "@thimble/core";

/** float32 softmax; differences to the greatest input keep the exponentials from overflowing. */
export const softmaxF32: Kernel<SoftmaxParams> = {
  name: "softmax_f32",
  operator: softmax,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const { beta, depth } = node.params;
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      let greatest = Number.NEGATIVE_INFINITY;
      for (let i = start; i < end; i++) if (input[i]! > greatest) greatest = input[i]!;
      let sum = 0;
      for (let i = start; i < end; i++) {
        const exponential = Math.exp((input[i]! - greatest) * beta);
        output[i] = exponential;
        sum += exponential;
      }
      for (let i = start; i < end; i++) output[i] = output[i]! / sum;
    }
  },
};
