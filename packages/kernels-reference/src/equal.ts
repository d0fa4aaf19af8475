import { type AnyKernel, equal } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { comparisonKernel } from "./shared/comparison-kernel.ts";
import { type ComparisonKernelF32, comparisonKernelF32 } from "./shared/comparison-kernel-f32.ts";
import { type ComparisonKernelS8, comparisonKernelS8 } from "./shared/comparison-kernel-s8.ts";
import { type ComparisonKernelS64, comparisonKernelS64 } from "./shared/comparison-kernel-s64.ts";

export const equalBool: BinaryKernel = comparisonKernel(equal, "bool", relations.equal);
export const equalF32: ComparisonKernelF32 = comparisonKernelF32(equal, relations.equal);
export const equalS32: BinaryKernel = comparisonKernel(equal, "int32", relations.equal);
export const equalS64: ComparisonKernelS64 = comparisonKernelS64(equal, relations.equal);
export const equalS8: ComparisonKernelS8 = comparisonKernelS8(equal, relations.equal);
export const equalS16: BinaryKernel = comparisonKernel(equal, "int16", relations.equal, true);

/** EQUAL in every type. */
export const equalKernels: readonly AnyKernel[] = [equalBool, equalF32, equalS32, equalS64, equalS8, equalS16];
