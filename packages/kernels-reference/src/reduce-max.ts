import { type AnyKernel, reduceMax } from "@thimble/core";
import { FLOAT32_MAX, storedRange } from "./arithmetic/activation-range.ts";
import { type ReduceKernel, reduceKernel } from "./shared/reduce-kernel.ts";

// biome-ignore lint/complexity/useMathMinMax: NaN is to lose
const choose = (a: number, b: number): number => (b > a ? b : a);

export const reduceMaxF32: ReduceKernel = reduceKernel(reduceMax, "float32", -FLOAT32_MAX, choose);
export const reduceMaxS8: ReduceKernel = reduceKernel(reduceMax, "int8", storedRange("int8").min, choose);
export const reduceMaxS16: ReduceKernel = reduceKernel(reduceMax, "int16", storedRange("int16").min, choose, true);

/** REDUCE_MAX in every type. The greatest of nothing is the least finite number. */
export const reduceMaxKernels: readonly AnyKernel[] = [reduceMaxF32, reduceMaxS8, reduceMaxS16];
