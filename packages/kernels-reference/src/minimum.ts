import { type AnyKernel, minimum } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { type BinaryKernelF32, binaryKernelF32 } from "./shared/binary-kernel-f32.ts";
import { type ChoiceKernelS64, choiceKernelS64 } from "./shared/choice-kernel-s64.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";

/** The lesser of two elements; the second where they do not compare, as NaN. */
// biome-ignore lint/complexity/useMathMinMax: NaN is to lose
const choose = (a: number, b: number): number => (a < b ? a : b);

export const minimumF32: BinaryKernelF32 = binaryKernelF32(minimum, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = choose(a[row.first + i * row.firstStep]!, b[row.second + i * row.secondStep]!);
});
export const minimumS8: BinaryKernel = elementwiseBinary(minimum, "int8", choose);
export const minimumS16: BinaryKernel = elementwiseBinary(minimum, "int16", choose);
export const minimumS32: BinaryKernel = elementwiseBinary(minimum, "int32", choose);
export const minimumS64: ChoiceKernelS64 = choiceKernelS64(minimum, relations.less);

/** MINIMUM in every type. */
export const minimumKernels: readonly AnyKernel[] = [minimumF32, minimumS8, minimumS16, minimumS32, minimumS64];
