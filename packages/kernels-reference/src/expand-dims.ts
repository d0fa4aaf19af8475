import { type AnyKernel, expandDims, type Kernel } from "@thimble/core";
import { copyKernel } from "./shared/copy-kernel.ts";

const TYPES = "float32|int8|int16";

export const expandDimsAny: Kernel<void> = copyKernel(expandDims, "any", `${TYPES}, int32 -> ${TYPES}`);
export const expandDimsS32: Kernel<void> = copyKernel(expandDims, "s32", "int32, int32 -> int32", true);

/** EXPAND_DIMS in every type. */
export const expandDimsKernels: readonly AnyKernel[] = [expandDimsAny, expandDimsS32];
