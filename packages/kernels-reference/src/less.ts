import { type AnyKernel, less } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";

const holds = (a: number, b: number): boolean => a < b;

export const lessF32: BinaryKernel = comparisonKernel(less, "float32", holds);
export const lessS32: BinaryKernel = comparisonKernel(less, "int32", holds);
export const lessS64: BinaryKernel = comparisonKernel(less, "int64", holds);
export const lessS8: ComparisonKernelS8 = comparisonKernelS8(less, holds);
export const lessS16: BinaryKernel = comparisonKernel(less, "int16", holds, true);

/** LESS in every type. */
export const lessKernels: readonly AnyKernel[] = [lessF32, lessS32, lessS64, lessS8, lessS16];
