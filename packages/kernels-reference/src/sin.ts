import { type AnyKernel, type Kernel, sin } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 sine. */
export const sinF32: Kernel<void> = elementwiseF32(sin, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.sin(input[i]!);
});

/** SIN in every type. */
export const sinKernels: readonly AnyKernel[] = [sinF32];
