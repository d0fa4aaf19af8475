import { type AnyKernel, pad } from "@thimble/core";
import { type PadKernel, padKernel } from "./shared/pad-kernel.ts";

export const padF32: PadKernel = padKernel(pad, "float32");
export const padS8: PadKernel = padKernel(pad, "int8");
export const padS16: PadKernel = padKernel(pad, "int16");
export const padS32: PadKernel = padKernel(pad, "int32");

/** PAD in every type. */
export const padKernels: readonly AnyKernel[] = [padF32, padS8, padS16, padS32];
