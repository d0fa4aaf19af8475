import { type AnyKernel, floor, type Kernel } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 greatest integers not over the inputs. */
export const floorF32: Kernel<void> = elementwiseF32(floor, (input, output) => {
  for (let i = 0; i < output.length; i++) output[i] = Math.floor(input[i]!);
});

/** FLOOR in every type. */
export const floorKernels: readonly AnyKernel[] = [floorF32];
