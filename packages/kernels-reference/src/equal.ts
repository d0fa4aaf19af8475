import { type AnyKernel, equal } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";

const holds = (a: number, b: number): boolean => a === b;

export const equalBool: BinaryKernel = comparisonKernel(equal, "bool", holds);
export const equalF32: BinaryKernel = comparisonKernel(equal, "float32", holds);
export const equalS32: BinaryKernel = comparisonKernel(equal, "int32", holds);
export const equalS64: BinaryKernel = comparisonKernel(equal, "int64", holds);
export const equalS8: ComparisonKernelS8 = comparisonKernelS8(equal, holds);
export const equalS16: BinaryKernel = comparisonKernel(equal, "int16", holds, true);

/** EQUAL in every type. */
export const equalKernels: readonly AnyKernel[] = [equalBool, equalF32, equalS32, equalS64, equalS8, equalS16];
