import { type AnyKernel, maximum } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";

/** The greater of two elements; the second where they do not compare, as NaN. */
// biome-ignore lint/complexity/useMathMinMax: bigints too, and NaN is to lose
const choose = (a: number, b: number): number => (a > b ? a : b);

export const maximumF32: BinaryKernel = elementwiseBinary(maximum, "float32", choose);
export const maximumS8: BinaryKernel = elementwiseBinary(maximum, "int8", choose);
export const maximumS16: BinaryKernel = elementwiseBinary(maximum, "int16", choose);
export const maximumS32: BinaryKernel = elementwiseBinary(maximum, "int32", choose);
export const maximumS64: BinaryKernel = elementwiseBinary(maximum, "int64", choose);

/** MAXIMUM in every type. */
export const maximumKernels: readonly AnyKernel[] = [maximumF32, maximumS8, maximumS16, maximumS32, maximumS64];
