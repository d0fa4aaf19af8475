import { type AnyKernel, ceil, type Kernel } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 least integers not under the inputs. */
export const ceilF32: Kernel<void> = elementwiseF32(ceil, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.ceil(input[i]!);
});

/** CEIL in every type. */
export const ceilKernels: readonly AnyKernel[] = [ceilF32];
