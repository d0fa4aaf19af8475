import { type AnyKernel, sub } from "@thimble/core";
import { type ArithmeticKernel, arithmeticKernel } from "./shared/arithmetic-kernel.ts";
import { type SumKernel, sumKernel } from "./shared/sum-kernel.ts";

const difference = (a: number, b: number): number => a - b;

export const subF32: ArithmeticKernel = arithmeticKernel(sub, "float32", (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! - b[row.second + i * row.secondStep]!;
});
/** Wraps before it is clamped. */
export const subS32: ArithmeticKernel = arithmeticKernel(sub, "int32", (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! - b[row.second + i * row.secondStep]!;
});
/** TFLM computes the factors of SUB in float32. */
export const subS8: SumKernel = sumKernel(sub, "int8", Math.fround, difference);
export const subS16: SumKernel = sumKernel(sub, "int16", Math.fround, difference);

/** SUB in every type. */
export const subKernels: readonly AnyKernel[] = [subF32, subS32, subS8, subS16];
