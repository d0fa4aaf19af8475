import { type AnyKernel, type Kernel, log } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 natural logarithm. */
export const logF32: Kernel<void> = elementwiseF32(log, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.log(input[i]!);
});

/** LOG in every type. */
export const logKernels: readonly AnyKernel[] = [logF32];
