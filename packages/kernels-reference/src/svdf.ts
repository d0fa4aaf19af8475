import type { AnyKernel } from "@thimble/core";
import { type SvdfQuantizedKernel, svdfQuantizedKernel } from "./shared/svdf-quantized-kernel.ts";
import { svdfF32 } from "./svdf-f32.ts";

export { svdfF32 };
export const svdfS8: SvdfQuantizedKernel = svdfQuantizedKernel("svdf_s8", "int8");
export const svdfS8S16: SvdfQuantizedKernel = svdfQuantizedKernel("svdf_s8_s16", "int16");

/** SVDF in every type. */
export const svdfKernels: readonly AnyKernel[] = [svdfF32, svdfS8, svdfS8S16];
