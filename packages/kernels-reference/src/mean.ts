import type { AnyKernel } from "@thimble/core";
import { meanF32 } from "./mean-f32.ts";
import { meanS8 } from "./mean-s8.ts";
import { meanS16 } from "./mean-s16.ts";

export { meanF32, meanS8, meanS16 };

/** MEAN in every type. */
export const meanKernels: readonly AnyKernel[] = [meanF32, meanS8, meanS16];
