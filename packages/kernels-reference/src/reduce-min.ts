import { type AnyKernel, reduceMin } from "@thimble/core";
import { FLOAT32_MAX, storedRange } from "./arithmetic/activation-range.ts";
import { type ReduceKernel, reduceKernel } from "./shared/reduce-kernel.ts";
import { type ReduceKernelF32, reduceKernelF32 } from "./shared/reduce-kernel-f32.ts";

// biome-ignore lint/complexity/useMathMinMax: NaN is to lose
const choose = (a: number, b: number): number => (b < a ? b : a);

export const reduceMinF32: ReduceKernelF32 = reduceKernelF32(reduceMin, (input, { kept, reduced }, output) => {
  kept.rewind();
  for (let out = 0; kept.next(); out++) {
    // An imported number that is not computed with stays on the heap, and so would every other that takes its place.
    let least = Math.fround(FLOAT32_MAX);
    reduced.rewind();
    while (reduced.next()) {
      const element = input[kept.first + reduced.first]!;
      if (element < least) least = element;
    }
    output[out] = least;
  }
});
export const reduceMinS8: ReduceKernel = reduceKernel(reduceMin, "int8", storedRange("int8").max, choose);
export const reduceMinS16: ReduceKernel = reduceKernel(reduceMin, "int16", storedRange("int16").max, choose, true);

/** REDUCE_MIN in every type. The least of nothing is the greatest finite number. */
export const reduceMinKernels: readonly AnyKernel[] = [reduceMinF32, reduceMinS8, reduceMinS16];
