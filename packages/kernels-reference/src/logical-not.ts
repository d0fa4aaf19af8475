import { type AnyKernel, type Kernel, logicalNot } from "@thimble/core";

/** 1 where the input is 0, else 0. */
export const logicalNotBool: Kernel<void> = {
  name: "logical_not_bool",
  operator: logicalNot,
  types: "bool -> bool",
  inPlace: [0],
  invoke(node) {
    const input = node.input(0).data as Uint8Array;
    const output = node.output(0).data as Uint8Array;
    for (let i = 0; i < output.length; i++) output[i] = input[i] ? 0 : 1;
  },
};

/** LOGICAL_NOT in every type. */
export const logicalNotKernels: readonly AnyKernel[] = [logicalNotBool];
