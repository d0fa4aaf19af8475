import { type AnyKernel, div } from "@thimble/core";
import { divS8 } from "./div-s8.ts";
import { type ArithmeticKernel, arithmeticKernel } from "./shared/arithmetic-kernel.ts";
import { checkDivisors } from "./shared/integer-division-kernel.ts";

export { divS8 };

const INT32_MAX = 2 ** 31 - 1;

export const divF32: ArithmeticKernel = arithmeticKernel(div, "float32", (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = a[row.first + i * row.firstStep]! / b[row.second + i * row.secondStep]!;
});
/** Toward zero, without a scale; −2^31 ÷ −1 is clamped. Throws `NODE_INVALID` for a divisor of 0. */
export const divS32: ArithmeticKernel = checkDivisors(
  arithmeticKernel(div, "int32", (row, a, b, output) => {
    for (let i = 0; i < row.length; i++)
      output[row.out + i] = Math.min(
        Math.trunc(a[row.first + i * row.firstStep]! / b[row.second + i * row.secondStep]!),
        INT32_MAX,
      );
  }),
);

/** DIV in every type. */
export const divKernels: readonly AnyKernel[] = [divF32, divS32, divS8];
