import { type AnyKernel, add } from "@thimble/core";
import { type ArithmeticKernel, arithmeticKernel } from "./shared/arithmetic-kernel.ts";
import { type SumKernel, sumKernel } from "./shared/sum-kernel.ts";

const sum = (a: number, b: number): number => a + b;

/** TFLM rounds the factors of ADD once, as doubles. */
const exact = (factor: number): number => factor;

export const addF32: ArithmeticKernel = arithmeticKernel(add, "float32", (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! + b[row.second + i * row.secondStep]!;
});
/** Wraps. TFLM applies no activation here. */
export const addS32: ArithmeticKernel = arithmeticKernel(
  add,
  "int32",
  (row, a, b, output) => {
    for (let i = 0; i < row.length; i++)
      output[row.out + i] = a[row.first + i * row.firstStep]! + b[row.second + i * row.secondStep]!;
  },
  { ignoresActivation: true },
);
export const addS8: SumKernel = sumKernel(add, "int8", exact, sum);
export const addS16: SumKernel = sumKernel(add, "int16", exact, sum);

/** ADD in every type. */
export const addKernels: readonly AnyKernel[] = [addF32, addS32, addS8, addS16];
