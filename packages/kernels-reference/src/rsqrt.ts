import { type AnyKernel, type Kernel, rsqrt } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";
import { type RsqrtKernel, rsqrtKernel } from "./shared/rsqrt-kernel.ts";

/** float32 reciprocal of the square root. */
export const rsqrtF32: Kernel<void> = elementwiseF32(rsqrt, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = 1 / Math.sqrt(input[i]!);
});

export const rsqrtS8: RsqrtKernel = rsqrtKernel("int8");
export const rsqrtS16: RsqrtKernel = rsqrtKernel("int16");

/** RSQRT in every type. */
export const rsqrtKernels: readonly AnyKernel[] = [rsqrtF32, rsqrtS8, rsqrtS16];
