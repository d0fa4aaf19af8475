import { type AnyKernel, floorMod } from "@thimble/core";
import type { BinaryKernel } from "./shared/binary-kernel.ts";
import { type BinaryKernelF32, binaryKernelF32 } from "./shared/binary-kernel-f32.ts";
import { integerDivisionKernel } from "./shared/integer-division-kernel.ts";

/** The remainder with the divisor's sign. */
function modulo(a: number, b: number): number {
  const remainder = a % b;
  return remainder !== 0 && b < 0 !== remainder < 0 ? remainder + b : remainder;
}

export const floorModF32: BinaryKernelF32 = binaryKernelF32(floorMod, (row, a, b, output) => {
  for (let i = 0; i < row.length; i++)
    output[row.out + i] = modulo(a[row.first + i * row.firstStep]!, b[row.second + i * row.secondStep]!);
});
export const floorModS8: BinaryKernel = integerDivisionKernel(floorMod, "int8", modulo);
export const floorModS16: BinaryKernel = integerDivisionKernel(floorMod, "int16", modulo);
export const floorModS32: BinaryKernel = integerDivisionKernel(floorMod, "int32", modulo);

/** FLOOR_MOD in every type. */
export const floorModKernels: readonly AnyKernel[] = [floorModF32, floorModS8, floorModS16, floorModS32];
