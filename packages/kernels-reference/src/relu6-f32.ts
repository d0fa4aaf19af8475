import { type Kernel, relu6 } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";

/** float32 clamp to [0, 6]; NaN stays NaN. */
export const relu6F32: Kernel<void> = {
  name: "relu6_f32",
  operator: relu6,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) {
      const value = input[i]!;
      output[i] = clamp(value, 0, 6);
    }
  },
};
