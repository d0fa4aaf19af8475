import { type AnyKernel, type Kernel, sqrt } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 square root. */
export const sqrtF32: Kernel<void> = elementwiseF32(sqrt, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.sqrt(input[i]!);
});

/** SQRT in every type. */
export const sqrtKernels: readonly AnyKernel[] = [sqrtF32];
