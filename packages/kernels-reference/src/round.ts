import { type AnyKernel, type Kernel, round } from "@thimble/core";
import { roundHalfToEven } from "./arithmetic/round.ts";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 nearest integers, half to even. */
export const roundF32: Kernel<void> = elementwiseF32(round, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = roundHalfToEven(input[i]!);
});

/** ROUND in every type. */
export const roundKernels: readonly AnyKernel[] = [roundF32];
