import { type AnyKernel, padv2 } from "@thimble/core";
import { type PadKernel, padKernel } from "./shared/pad-kernel.ts";

export const padv2F32: PadKernel = padKernel(padv2, "float32");
export const padv2S8: PadKernel = padKernel(padv2, "int8");
export const padv2S16: PadKernel = padKernel(padv2, "int16");
export const padv2S32: PadKernel = padKernel(padv2, "int32");

/** PADV2 in every type. */
export const padv2Kernels: readonly AnyKernel[] = [padv2F32, padv2S8, padv2S16, padv2S32];
