import { type AnyKernel, cos, type Kernel } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 cosine. */
export const cosF32: Kernel<void> = elementwiseF32(cos, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.cos(input[i]!);
});

/** COS in every type. */
export const cosKernels: readonly AnyKernel[] = [cosF32];
