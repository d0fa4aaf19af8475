import { type AnyKernel, reduceMax } from "@thimble/core";
import { FLOAT32_MAX, storedRange } from "./arithmetic/activation-range.ts";
import { type ReduceKernel, reduceKernel } from "./shared/reduce-kernel.ts";
import { type ReduceKernelF32, reduceKernelF32 } from "./shared/reduce-kernel-f32.ts";

// biome-ignore lint/complexity/useMathMinMax: NaN is to lose
const choose = (a: number, b: number): number => (b > a ? b : a);

export const reduceMaxF32: ReduceKernelF32 = reduceKernelF32(reduceMax, (input, { kept, reduced }, output) => {
  kept.rewind();
  for (let out = 0; kept.next(); out++) {
    let greatest = -FLOAT32_MAX;
    reduced.rewind();
    while (reduced.next()) {
      const element = input[kept.first + reduced.first]!;
      if (element > greatest) greatest = element;
    }
    output[out] = greatest;
  }
});
export const reduceMaxS8: ReduceKernel = reduceKernel(reduceMax, "int8", storedRange("int8").min, choose);
export const reduceMaxS16: ReduceKernel = reduceKernel(reduceMax, "int16", storedRange("int16").min, choose, true);

/** REDUCE_MAX in every type. The greatest of nothing is the least finite number. */
export const reduceMaxKernels: readonly AnyKernel[] = [reduceMaxF32, reduceMaxS8, reduceMaxS16];
