import { type AnyKernel, type Kernel, square } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 square. */
export const squareF32: Kernel<void> = elementwiseF32(square, (x) => x * x);

/** SQUARE in every type. */
export const squareKernels: readonly AnyKernel[] = [squareF32];
