import { type AnyKernel, notEqual } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelF32, comparisonKernelF32 } from "./shared/comparison-kernel-f32.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";
import { type ComparisonKernelS64, comparisonKernelS64 } from "./shared/comparison-kernel-s64.ts";

export const notEqualBool: BinaryKernel = comparisonKernel(notEqual, "bool", relations.notEqual);
export const notEqualF32: ComparisonKernelF32 = comparisonKernelF32(notEqual, relations.notEqual);
export const notEqualS32: BinaryKernel = comparisonKernel(notEqual, "int32", relations.notEqual);
export const notEqualS64: ComparisonKernelS64 = comparisonKernelS64(notEqual, relations.notEqual);
export const notEqualS8: ComparisonKernelS8 = comparisonKernelS8(notEqual, relations.notEqual);
export const notEqualS16: BinaryKernel = comparisonKernel(notEqual, "int16", relations.notEqual, true);

/** NOT_EQUAL in every type. */
export const notEqualKernels: readonly AnyKernel[] = [
  notEqualBool,
  notEqualF32,
  notEqualS32,
  notEqualS64,
  notEqualS8,
  notEqualS16,
];
