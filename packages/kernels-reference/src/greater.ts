import { type AnyKernel, greater } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelF32, comparisonKernelF32 } from "./shared/comparison-kernel-f32.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";
import { type ComparisonKernelS64, comparisonKernelS64 } from "./shared/comparison-kernel-s64.ts";

export const greaterF32: ComparisonKernelF32 = comparisonKernelF32(greater, relations.greater);
export const greaterS32: BinaryKernel = comparisonKernel(greater, "int32", relations.greater);
export const greaterS64: ComparisonKernelS64 = comparisonKernelS64(greater, relations.greater);
export const greaterS8: ComparisonKernelS8 = comparisonKernelS8(greater, relations.greater);

/** TFLM compares int16 by scales that it has not prepared: all numbers count as 0, and none is greater. */
export const greaterS16: BinaryKernel = comparisonKernel(greater, "int16", relations.none);

/** GREATER in every type. */
export const greaterKernels: readonly AnyKernel[] = [greaterF32, greaterS32, greaterS64, greaterS8, greaterS16];
