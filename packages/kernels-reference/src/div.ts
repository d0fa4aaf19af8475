import { type AnyKernel, div } from "@thimble/core";
import { divS8 } from "./div-s8.ts";
import { type ArithmeticKernel, arithmeticKernel } from "./shared/arithmetic-kernel.ts";
import { checkDivisors } from "./shared/integer-division-kernel.ts";

export { divS8 };

export const divF32: ArithmeticKernel = arithmeticKernel(div, "float32", (a, b) => a / b);
/** Toward zero, without a scale. Throws `NODE_INVALID` for a divisor of 0. */
export const divS32: ArithmeticKernel = checkDivisors(arithmeticKernel(div, "int32", (a, b) => Math.trunc(a / b)));

/** DIV in every type. */
export const divKernels: readonly AnyKernel[] = [divF32, divS32, divS8];
