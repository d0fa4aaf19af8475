import { type AnyKernel, elu, type Kernel } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";
import { quantizedTableS8, type TableKernelS8 } from "./shared/quantized-table-s8.ts";

/** float32 exponential linear unit. */
export const eluF32: Kernel<void> = elementwiseF32(elu, (input, output) => {
  for (let i = 0; i < output.length; i++) {
    const x = input[i]!;
    output[i] = x < 0 ? Math.expm1(x) : x;
  }
});

/** int8 exponential linear unit, from a table. The exponential is rounded to float32 before 1 is taken off. */
export const eluS8: TableKernelS8 = quantizedTableS8(elu, (x) => (x < 0 ? Math.fround(Math.exp(x)) - 1 : x));

/** ELU in every type. */
export const eluKernels: readonly AnyKernel[] = [eluF32, eluS8];
