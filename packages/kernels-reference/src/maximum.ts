import { type AnyKernel, maximum } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { type BinaryKernelF32, binaryKernelF32 } from "./shared/binary-kernel-f32.ts";
import { type ChoiceKernelS64, choiceKernelS64 } from "./shared/choice-kernel-s64.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";

/** The greater of two elements; the second where they do not compare, as NaN. */
// biome-ignore lint/complexity/useMathMinMax: NaN is to lose
const choose = (a: number, b: number): number => (a > b ? a : b);

export const maximumF32: BinaryKernelF32 = binaryKernelF32(maximum, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = choose(a[row.first + i * row.firstStep]!, b[row.second + i * row.secondStep]!);
});
export const maximumS8: BinaryKernel = elementwiseBinary(maximum, "int8", choose);
export const maximumS16: BinaryKernel = elementwiseBinary(maximum, "int16", choose);
export const maximumS32: BinaryKernel = elementwiseBinary(maximum, "int32", choose);
export const maximumS64: ChoiceKernelS64 = choiceKernelS64(maximum, relations.greater);

/** MAXIMUM in every type. */
export const maximumKernels: readonly AnyKernel[] = [maximumF32, maximumS8, maximumS16, maximumS32, maximumS64];
