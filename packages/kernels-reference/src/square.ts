import { type AnyKernel, type Kernel, square } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 square. */
export const squareF32: Kernel<void> = elementwiseF32(square, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = input[i]! * input[i]!;
});

/** SQUARE in every type. */
export const squareKernels: readonly AnyKernel[] = [squareF32];
