import { type AnyKernel, addN, type Kernel } from "@thimble/core";
import { addNS8 } from "./add-n-s8.ts";

export { addNS8 };

/** float32 sum of all inputs, kept in a double and rounded once. */
export const addNF32: Kernel<void> = {
  name: "add_n_f32",
  operator: addN,
  types: "float32... -> float32",
  tflmScratch: ({ inputs }) => [4 * inputs.length],
  invoke(node) {
    const output = node.output(0).data as Float32Array;
    const count = node.inputs.length;
    for (let i = 0; i < output.length; i++) {
      let sum = 0;
      for (let k = 0; k < count; k++) sum += (node.input(k).data as Float32Array)[i]!;
      output[i] = sum;
    }
  },
};

/** ADD_N in every type. */
export const addNKernels: readonly AnyKernel[] = [addNF32, addNS8];
