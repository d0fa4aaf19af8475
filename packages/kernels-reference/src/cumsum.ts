import type { AnyKernel } from "@thimble/core";
import { cumsumF32 } from "./cumsum-f32.ts";
import { cumsumS8 } from "./cumsum-s8.ts";

export { cumsumF32, cumsumS8 };

/** CUMSUM in every type. */
export const cumsumKernels: readonly AnyKernel[] = [cumsumF32, cumsumS8];
