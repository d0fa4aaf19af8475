import { type AnyKernel, sum } from "@thimble/core";
import { type ReduceKernel, reduceKernel } from "./shared/reduce-kernel.ts";
import { type SumReduceKernel, sumReduceKernel } from "./shared/sum-reduce-kernel.ts";

/** float32 sum, kept in a double and rounded once. */
export const sumF32: ReduceKernel = reduceKernel(sum, "float32", 0, (total, element) => total + element);

export const sumS8: SumReduceKernel = sumReduceKernel("int8");
export const sumS16: SumReduceKernel = sumReduceKernel("int16");

/** SUM in every type. */
export const sumKernels: readonly AnyKernel[] = [sumF32, sumS8, sumS16];
