import { type AnyKernel, type Kernel, type LeakyReluParams, leakyRelu } from "@thimble/core";
import { leakyReluS8 } from "./leaky-relu-s8.ts";
import { leakyReluS16 } from "./leaky-relu-s16.ts";

export { leakyReluS8, leakyReluS16 };

/** float32 rectifier with a slope under 0. */
export const leakyReluF32: Kernel<LeakyReluParams> = {
  name: "leaky_relu_f32",
  operator: leakyRelu,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const { alpha } = node.params;
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) output[i] = input[i]! > 0 ? input[i]! : input[i]! * alpha;
  },
};

/** LEAKY_RELU in every type. */
export const leakyReluKernels: readonly AnyKernel[] = [leakyReluF32, leakyReluS8, leakyReluS16];
