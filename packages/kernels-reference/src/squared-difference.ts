import { type AnyKernel, squaredDifference } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { elementwiseBinary } from "./shared/elementwise-binary.ts";
import { type SquaredDifferenceKernel, squaredDifferenceKernel } from "./shared/squared-difference-kernel.ts";

/** float32 (a − b)². */
export const squaredDifferenceF32: BinaryKernel = elementwiseBinary(
  squaredDifference,
  "float32",
  (a, b) => (a - b) * (a - b),
);

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
