import { type Kernel, logistic } from "@thimble/core";

/** float32 logistic function. */
export const logisticF32: Kernel<void> = {
  name: "logistic_f32",
  operator: logistic,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) output[i] = 1 / (1 + Math.exp(-input[i]!));
  },
};
