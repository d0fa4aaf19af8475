import { type AnyKernel, reduceMin } from "@thimble/core";
import { FLOAT32_MAX, storedRange } from "./arithmetic/activation-range.ts";
import { type ReduceKernel, reduceKernel } from "./shared/reduce-kernel.ts";

// biome-ignore lint/complexity/useMathMinMax: NaN is to lose
const choose = (a: number, b: number): number => (b < a ? b : a);

export const reduceMinF32: ReduceKernel = reduceKernel(reduceMin, "float32", FLOAT32_MAX, choose);
export const reduceMinS8: ReduceKernel = reduceKernel(reduceMin, "int8", storedRange("int8").max, choose);
export const reduceMinS16: ReduceKernel = reduceKernel(reduceMin, "int16", storedRange("int16").max, choose, true);

/** REDUCE_MIN in every type. The least of nothing is the greatest finite number. */
export const reduceMinKernels: readonly AnyKernel[] = [reduceMinF32, reduceMinS8, reduceMinS16];
