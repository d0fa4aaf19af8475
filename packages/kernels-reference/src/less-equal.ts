import { type AnyKernel, lessEqual } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelF32, comparisonKernelF32 } from "./shared/comparison-kernel-f32.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";
import { type ComparisonKernelS64, comparisonKernelS64 } from "./shared/comparison-kernel-s64.ts";

export const lessEqualF32: ComparisonKernelF32 = comparisonKernelF32(lessEqual, relations.lessEqual);
export const lessEqualS32: BinaryKernel = comparisonKernel(lessEqual, "int32", relations.lessEqual);
export const lessEqualS64: ComparisonKernelS64 = comparisonKernelS64(lessEqual, relations.lessEqual);
export const lessEqualS8: ComparisonKernelS8 = comparisonKernelS8(lessEqual, relations.lessEqual);
export const lessEqualS16: BinaryKernel = comparisonKernel(lessEqual, "int16", relations.lessEqual, true);

/** LESS_EQUAL in every type. */
export const lessEqualKernels: readonly AnyKernel[] = [
  lessEqualF32,
  lessEqualS32,
  lessEqualS64,
  lessEqualS8,
  lessEqualS16,
];
