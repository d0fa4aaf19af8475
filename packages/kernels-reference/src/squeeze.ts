import { type AnyKernel, type Kernel, squeeze } from "@thimble/core";
import { copyKernel } from "./shared/copy-kernel.ts";

export const squeezeAny: Kernel<void> = copyKernel(squeeze, "any", "any -> any");

/** SQUEEZE in every type. */
export const squeezeKernels: readonly AnyKernel[] = [squeezeAny];
