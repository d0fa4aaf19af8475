import { type AnyKernel, type Kernel, neg } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";
import { type NegKernel, negKernel } from "./shared/neg-kernel.ts";

/** float32 negation. */
export const negF32: Kernel<void> = elementwiseF32(neg, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = -input[i]!;
});

export const negS8: NegKernel = negKernel("int8");
export const negS16: NegKernel = negKernel("int16");

/** NEG in every type. */
export const negKernels: readonly AnyKernel[] = [negF32, negS8, negS16];
