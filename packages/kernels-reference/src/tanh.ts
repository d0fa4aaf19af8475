import type { AnyKernel } from "@thimble/core";
import { tanhF32 } from "./tanh-f32.ts";
import { tanhS8 } from "./tanh-s8.ts";
import { tanhS16 } from "./tanh-s16.ts";

export { tanhF32, tanhS8, tanhS16 };

/** TANH in every type. */
export const tanhKernels: readonly AnyKernel[] = [tanhF32, tanhS8, tanhS16];
