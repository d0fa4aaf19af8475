import { type AnyKernel, type Kernel, log } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 natural logarithm. */
export const logF32: Kernel<void> = elementwiseF32(log, Math.log);

/** LOG in every type. */
export const logKernels: readonly AnyKernel[] = [logF32];
