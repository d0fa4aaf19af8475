import { type AnyKernel, less } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelF32, comparisonKernelF32 } from "./shared/comparison-kernel-f32.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";
import { type ComparisonKernelS64, comparisonKernelS64 } from "./shared/comparison-kernel-s64.ts";

export const lessF32: ComparisonKernelF32 = comparisonKernelF32(less, relations.less);
export const lessS32: BinaryKernel = comparisonKernel(less, "int32", relations.less);
export const lessS64: ComparisonKernelS64 = comparisonKernelS64(less, relations.less);
export const lessS8: ComparisonKernelS8 = comparisonKernelS8(less, relations.less);
export const lessS16: BinaryKernel = comparisonKernel(less, "int16", relations.less, true);

/** LESS in every type. */
export const lessKernels: readonly AnyKernel[] = [lessF32, lessS32, lessS64, lessS8, lessS16];
