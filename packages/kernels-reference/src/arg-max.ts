import { type AnyKernel, argMax } from "@thimble/core";
import { type ArgMinMaxKernel, argMinMaxKernel } from "./shared/arg-min-max-kernel.ts";

const beats = (a: number, b: number): boolean => a > b;

export const argMaxF32: ArgMinMaxKernel = argMinMaxKernel(argMax, "float32", "int32", beats);
export const argMaxS8: ArgMinMaxKernel = argMinMaxKernel(argMax, "int8", "int32", beats);
export const argMaxF32S64: ArgMinMaxKernel = argMinMaxKernel(argMax, "float32", "int64", beats);
export const argMaxS8S64: ArgMinMaxKernel = argMinMaxKernel(argMax, "int8", "int64", beats);

/** ARG_MAX in every type. */
export const argMaxKernels: readonly AnyKernel[] = [argMaxF32, argMaxS8, argMaxF32S64, argMaxS8S64];
