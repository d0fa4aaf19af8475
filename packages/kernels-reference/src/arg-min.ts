import { type AnyKernel, argMin } from "@thimble/core";
import { relations } from "./arithmetic/relations.ts";
import { type ArgMinMaxKernel, argMinMaxKernel } from "./shared/arg-min-max-kernel.ts";

export const argMinF32: ArgMinMaxKernel = argMinMaxKernel(argMin, "float32", "int32", relations.less);
export const argMinS8: ArgMinMaxKernel = argMinMaxKernel(argMin, "int8", "int32", relations.less);
export const argMinF32S64: ArgMinMaxKernel = argMinMaxKernel(argMin, "float32", "int64", relations.less);
export const argMinS8S64: ArgMinMaxKernel = argMinMaxKernel(argMin, "int8", "int64", relations.less);

/** ARG_MIN in every type. */
export const argMinKernels: readonly AnyKernel[] = [argMinF32, argMinS8, argMinF32S64, argMinS8S64];
