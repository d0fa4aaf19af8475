import type { AnyKernel } from "@thimble/core";
import { maxPool2dF32 } from "./max-pool-2d-f32.ts";
import { maxPool2dS8 } from "./max-pool-2d-s8.ts";
import { maxPool2dS16 } from "./max-pool-2d-s16.ts";

export { maxPool2dF32, maxPool2dS8, maxPool2dS16 };

/** MAX_POOL_2D in every type. */
export const maxPool2dKernels: readonly AnyKernel[] = [maxPool2dF32, maxPool2dS8, maxPool2dS16];
