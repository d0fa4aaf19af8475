import { type AnyKernel, greaterEqual } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";

const holds = (a: number, b: number): boolean => a >= b;

export const greaterEqualF32: BinaryKernel = comparisonKernel(greaterEqual, "float32", holds);
export const greaterEqualS32: BinaryKernel = comparisonKernel(greaterEqual, "int32", holds);
export const greaterEqualS64: BinaryKernel = comparisonKernel(greaterEqual, "int64", holds);
export const greaterEqualS8: ComparisonKernelS8 = comparisonKernelS8(greaterEqual, holds);
export const greaterEqualS16: BinaryKernel = comparisonKernel(greaterEqual, "int16", holds, true);

/** GREATER_EQUAL in every type. */
export const greaterEqualKernels: readonly AnyKernel[] = [
  greaterEqualF32,
  greaterEqualS32,
  greaterEqualS64,
  greaterEqualS8,
  greaterEqualS16,
];
