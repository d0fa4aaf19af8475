import type { AnyKernel } from "@thimble/core";
import { l2NormalizationF32 } from "./l2-normalization-f32.ts";
import { l2NormalizationS8 } from "./l2-normalization-s8.ts";

export { l2NormalizationF32, l2NormalizationS8 };

/** L2_NORMALIZATION in every type. */
export const l2NormalizationKernels: readonly AnyKernel[] = [l2NormalizationF32, l2NormalizationS8];
