import { type AnyKernel, cos, type Kernel } from "@thimble/core";
import { elementwiseF32 } from "./shared/elementwise-f32.ts";

/** float32 cosine. */
export const cosF32: Kernel<void> = elementwiseF32(cos, Math.cos);

/** COS in every type. */
export const cosKernels: readonly AnyKernel[] = [cosF32];
