import { type Kernel, tanh } from "@thimble/core";

/** float32 hyperbolic tangent. */
export const tanhF32: Kernel<void> = {
  name: "tanh_f32",
  operator: tanh,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) output[i] = Math.tanh(input[i]!);
  },
};
