import { type AnyKernel, notEqual } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";

const holds = (a: number, b: number): boolean => a !== b;

export const notEqualBool: BinaryKernel = comparisonKernel(notEqual, "bool", holds);
export const notEqualF32: BinaryKernel = comparisonKernel(notEqual, "float32", holds);
export const notEqualS32: BinaryKernel = comparisonKernel(notEqual, "int32", holds);
export const notEqualS64: BinaryKernel = comparisonKernel(notEqual, "int64", holds);
export const notEqualS8: ComparisonKernelS8 = comparisonKernelS8(notEqual, holds);
export const notEqualS16: BinaryKernel = comparisonKernel(notEqual, "int16", holds, true);

/** NOT_EQUAL in every type. */
export const notEqualKernels: readonly AnyKernel[] = [
  notEqualBool,
  notEqualF32,
  notEqualS32,
  notEqualS64,
  notEqualS8,
  notEqualS16,
];
