import { type AnyKernel, greater } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";

const holds = (a: number, b: number): boolean => a > b;

export const greaterF32: BinaryKernel = comparisonKernel(greater, "float32", holds);
export const greaterS32: BinaryKernel = comparisonKernel(greater, "int32", holds);
export const greaterS64: BinaryKernel = comparisonKernel(greater, "int64", holds);
export const greaterS8: ComparisonKernelS8 = comparisonKernelS8(greater, holds);

/** TFLM compares int16 by scales that it has not prepared: all numbers count as 0, and none is greater. */
export const greaterS16: BinaryKernel = comparisonKernel(greater, "int16", () => false);

/** GREATER in every type. */
export const greaterKernels: readonly AnyKernel[] = [greaterF32, greaterS32, greaterS64, greaterS8, greaterS16];
