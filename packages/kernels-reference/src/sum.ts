import { type AnyKernel, sum } from "@thimble/core";
import { type ReduceKernelF32, reduceKernelF32 } from "./shared/reduce-kernel-f32.ts";
import { type SumReduceKernel, sumReduceKernel } from "./shared/sum-reduce-kernel.ts";

/** float32 sum, kept in a double and rounded once. */
export const sumF32: ReduceKernelF32 = reduceKernelF32(sum, (input, { kept, reduced }, output) => {
  kept.rewind();
  for (let out = 0; kept.next(); out++) {
    let total = 0;
    reduced.rewind();
    while (reduced.next()) total += input[kept.first + reduced.first]!;
    output[out] = total;
  }
});

export const sumS8: SumReduceKernel = sumReduceKernel("int8");
export const sumS16: SumReduceKernel = sumReduceKernel("int16");

/** SUM in every type. */
export const sumKernels: readonly AnyKernel[] = [sumF32, sumS8, sumS16];
