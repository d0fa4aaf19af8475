import { type AnyKernel, type Kernel, reshape } from "@thimble/core";

/** Copies the bytes, unless the planner has given input and output the same place. */
export const reshapeAny: Kernel<void> = {
  name: "reshape_any",
  operator: reshape,
  types: "any, any? -> any",
  inPlace: [0],
  invoke(node) {
    const input = node.input(0);
    const output = node.output(0);
    if (input.address !== output.address) output.bytes.set(input.bytes);
  },
};

/** RESHAPE in every type. */
export const reshapeKernels: readonly AnyKernel[] = [reshapeAny];
