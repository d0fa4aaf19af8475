import { type AnyKernel, exp, type Kernel } from "@thimble/core";
import { expS16 } from "./exp-s16.ts";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";
import { quantizedTableS8, type TableKernelS8 } from "./shared/quantized-table-s8.ts";

export { expS16 };

/** float32 exponential. */
export const expF32: Kernel<void> = elementwiseF32(exp, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.exp(input[i]!);
});

/** int8 exponential, from a table. */
export const expS8: TableKernelS8 = quantizedTableS8(exp, Math.exp, true);

/** EXP in every type. */
export const expKernels: readonly AnyKernel[] = [expF32, expS8, expS16];
