import { type Kernel, relu } from "@thimble/core";

/** float32 rectifier; NaN stays NaN. */
export const reluF32: Kernel<void> = {
  name: "relu_f32",
  operator: relu,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) output[i] = Math.max(input[i]!, 0);
  },
};
