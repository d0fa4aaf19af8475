import { type AnyKernel, div } from "@thimble/core";
import { divS8 } from "./div-s8.ts";
import { type ArithmeticKernelF32, arithmeticKernelF32 } from "./shared/arithmetic-kernel-f32.ts";
import { type ArithmeticKernelS32, arithmeticKernelS32 } from "./shared/arithmetic-kernel-s32.ts";
import { checkDivisors } from "./shared/integer-division-kernel.ts";

export { divS8 };

export const divF32: ArithmeticKernelF32 = arithmeticKernelF32(div, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! / b[row.second + i * row.secondStep]!;
});
/** Toward zero, without a scale. Throws `NODE_INVALID` for a divisor of 0. */
export const divS32: ArithmeticKernelS32 = checkDivisors(arithmeticKernelS32(div, (a, b) => Math.trunc(a / b)));

/** DIV in every type. */
export const divKernels: readonly AnyKernel[] = [divF32, divS32, divS8];
