import { type AnyKernel, argMax } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import { type ArgMinMaxKernel, argMinMaxKernel } from "./shared/arg-min-max-kernel.ts";

export const argMaxF32: ArgMinMaxKernel = argMinMaxKernel(argMax, "float32", "int32", relations.greater);
export const argMaxS8: ArgMinMaxKernel = argMinMaxKernel(argMax, "int8", "int32", relations.greater);
export const argMaxF32S64: ArgMinMaxKernel = argMinMaxKernel(argMax, "float32", "int64", relations.greater);
export const argMaxS8S64: ArgMinMaxKernel = argMinMaxKernel(argMax, "int8", "int64", relations.greater);

/** ARG_MAX in every type. */
export const argMaxKernels: readonly AnyKernel[] = [argMaxF32, argMaxS8, argMaxF32S64, argMaxS8S64];
