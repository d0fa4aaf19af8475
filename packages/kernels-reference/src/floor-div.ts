import { type AnyKernel, floorDiv } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { type BinaryKernelF32, binaryKernelF32 } from "./shared/binary-kernel-f32.ts";
import { integerDivisionKernel } from "./shared/integer-division-kernel.ts";

/** ⌊a ÷ b⌋; the quotient is a double's, as in TFLite. */
const divide = (a: number, b: number): number => Math.floor(a / b);

export const floorDivF32: BinaryKernelF32 = binaryKernelF32(floorDiv, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = divide(a[row.first + i * row.firstStep]!, b[row.second + i * row.secondStep]!);
});
export const floorDivS8: BinaryKernel = integerDivisionKernel(floorDiv, "int8", divide);
export const floorDivS16: BinaryKernel = integerDivisionKernel(floorDiv, "int16", divide);
export const floorDivS32: BinaryKernel = integerDivisionKernel(floorDiv, "int32", divide);

/** FLOOR_DIV in every type. */
export const floorDivKernels: readonly AnyKernel[] = [floorDivF32, floorDivS8, floorDivS16, floorDivS32];
