import { type AnyKernel, minimum } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";

/** The lesser of two elements; the second where they do not compare, as NaN. */
// biome-ignore lint/complexity/useMathMinMax: bigints too, and NaN is to lose
const choose = (a: number, b: number): number => (a < b ? a : b);

export const minimumF32: BinaryKernel = elementwiseBinary(minimum, "float32", choose);
export const minimumS8: BinaryKernel = elementwiseBinary(minimum, "int8", choose);
export const minimumS16: BinaryKernel = elementwiseBinary(minimum, "int16", choose);
export const minimumS32: BinaryKernel = elementwiseBinary(minimum, "int32", choose);
export const minimumS64: BinaryKernel = elementwiseBinary(minimum, "int64", choose);

/** MINIMUM in every type. */
export const minimumKernels: readonly AnyKernel[] = [minimumF32, minimumS8, minimumS16, minimumS32, minimumS64];
