import { type AnyKernel, hardSwish, type Kernel } from "@thimble/core";
import { hardSwishS8 } from "./hard-swish-s8.ts";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

export { hardSwishS8 };

/** float32 x × min(max(x + 3, 0), 6) / 6. */
export const hardSwishF32: Kernel<void> = elementwiseF32(hardSwish, (input, output) => {
  for (let i = 0; i < output.length; i++) {
    const x = input[i]!;
    output[i] = (x * Math.min(6, Math.max(0, x + 3))) / 6;
  }
});

/** HARD_SWISH in every type. */
export const hardSwishKernels: readonly AnyKernel[] = [hardSwishF32, hardSwishS8];
