import { type AnyKernel, greaterEqual } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelF32, comparisonKernelF32 } from "./shared/comparison-kernel-f32.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";
import { type ComparisonKernelS64, comparisonKernelS64 } from "./shared/comparison-kernel-s64.ts";

export const greaterEqualF32: ComparisonKernelF32 = comparisonKernelF32(greaterEqual, relations.greaterEqual);
export const greaterEqualS32: BinaryKernel = comparisonKernel(greaterEqual, "int32", relations.greaterEqual);
export const greaterEqualS64: ComparisonKernelS64 = comparisonKernelS64(greaterEqual, relations.greaterEqual);
export const greaterEqualS8: ComparisonKernelS8 = comparisonKernelS8(greaterEqual, relations.greaterEqual);
export const greaterEqualS16: BinaryKernel = comparisonKernel(greaterEqual, "int16", relations.greaterEqual, true);

/** GREATER_EQUAL in every type. */
export const greaterEqualKernels: readonly AnyKernel[] = [
  greaterEqualF32,
  greaterEqualS32,
  greaterEqualS64,
  greaterEqualS8,
  greaterEqualS16,
];
