import { type AnyKernel, prelu } from "@thimble/core";
import { type BinaryKernelF32, binaryKernelF32 } from "./shared/binary-kernel-f32.ts";
import { type PreluKernel, preluKernel } from "./shared/prelu-kernel.ts";

/** float32 rectifier with a slope under 0 of each element's own. */
export const preluF32: BinaryKernelF32 = binaryKernelF32(prelu, (row, input, alphas, output) => {
  for (let i = 0; i < row.length; i++) {
    const x = input[row.first + i * row.firstStep]!;
    const alpha = alphas[row.second + i * row.secondStep]!;
    output[row.out + i] = x >= 0 ? x : x * alpha;
  }
});

export const preluS8: PreluKernel = preluKernel("int8");
export const preluS16: PreluKernel = preluKernel("int16");

/** PRELU in every type. */
export const preluKernels: readonly AnyKernel[] = [preluF32, preluS8, preluS16];
