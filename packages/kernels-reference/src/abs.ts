import { type AnyKernel, abs, type Kernel } from "@thimble/core";
import { absS8 } from "./abs-s8.ts";
import { absS16 } from "./abs-s16.ts";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

export { absS8, absS16 };

/** float32 absolute value. */
export const absF32: Kernel<void> = elementwiseF32(abs, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.abs(input[i]!);
});

/** ABS in every type. */
export const absKernels: readonly AnyKernel[] = [absF32, absS8, absS16];
