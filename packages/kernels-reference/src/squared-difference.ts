import { type AnyKernel, squaredDifference } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { type BinaryKernelF32, binaryKernelF32 } from "./shared/binary-kernel-f32.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";
import { type SquaredDifferenceKernel, squaredDifferenceKernel } from "./shared/squared-difference-kernel.ts";

/** float32 (a − b)². */
export const squaredDifferenceF32: BinaryKernelF32 = binaryKernelF32(squaredDifference, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++) {
    const difference = a[row.first + i * row.firstStep]! - b[row.second + i * row.secondStep]!;
    output[row.out + i] = difference * difference;
  }
});

/** int32 (a − b)², without a scale; both operations wrap. */
export const squaredDifferenceS32: BinaryKernel = elementwiseBinary(squaredDifference, "int32", (a, b) =>
  Math.imul(a - b, a - b),
);

export const squaredDifferenceS8: SquaredDifferenceKernel = squaredDifferenceKernel("int8");
export const squaredDifferenceS16: SquaredDifferenceKernel = squaredDifferenceKernel("int16");

/** SQUARED_DIFFERENCE in every type. */
export const squaredDifferenceKernels: readonly AnyKernel[] = [
  squaredDifferenceF32,
  squaredDifferenceS32,
  squaredDifferenceS8,
  squaredDifferenceS16,
];
