import type { AnyKernel } from "@thimble/core";
import { reluF32 } from "./relu-f32.ts";
import { reluS8 } from "./relu-s8.ts";
import { reluS16 } from "./relu-s16.ts";

export { reluF32, reluS8, reluS16 };

/** RELU in every type. */
export const reluKernels: readonly AnyKernel[] = [reluF32, reluS8, reluS16];
