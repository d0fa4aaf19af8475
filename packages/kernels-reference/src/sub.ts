import { type AnyKernel, sub } from "@thimble/core";
import { type ArithmeticKernelF32, arithmeticKernelF32 } from "./shared/arithmetic-kernel-f32.ts";
import { type ArithmeticKernelS32, arithmeticKernelS32 } from "./shared/arithmetic-kernel-s32.ts";
import { type SumKernel, sumKernel } from "./shared/sum-kernel.ts";

const difference = (a: number, b: number): number => a - b;

export const subF32: ArithmeticKernelF32 = arithmeticKernelF32(sub, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! - b[row.second + i * row.secondStep]!;
});
/** Wraps before it is clamped. */
export const subS32: ArithmeticKernelS32 = arithmeticKernelS32(sub, (a, b) => (a - b) | 0);
/** TFLM computes the factors of SUB in float32. */
export const subS8: SumKernel = sumKernel(sub, "int8", Math.fround, difference);
export const subS16: SumKernel = sumKernel(sub, "int16", Math.fround, difference);

/** SUB in every type. */
export const subKernels: readonly AnyKernel[] = [subF32, subS32, subS8, subS16];
