import { type AnyKernel, lessEqual } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";

const holds = (a: number, b: number): boolean => a <= b;

export const lessEqualF32: BinaryKernel = comparisonKernel(lessEqual, "float32", holds);
export const lessEqualS32: BinaryKernel = comparisonKernel(lessEqual, "int32", holds);
export const lessEqualS64: BinaryKernel = comparisonKernel(lessEqual, "int64", holds);
export const lessEqualS8: ComparisonKernelS8 = comparisonKernelS8(lessEqual, holds);
export const lessEqualS16: BinaryKernel = comparisonKernel(lessEqual, "int16", holds, true);

/** LESS_EQUAL in every type. */
export const lessEqualKernels: readonly AnyKernel[] = [
  lessEqualF32,
  lessEqualS32,
  lessEqualS64,
  lessEqualS8,
  lessEqualS16,
];
