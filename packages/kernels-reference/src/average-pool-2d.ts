import type { AnyKernel } from "@thimble/core";
import { averagePool2dF32 } from "./average-pool-2d-f32.ts";
import { averagePool2dS8 } from "./average-pool-2d-s8.ts";
import { averagePool2dS16 } from "./average-pool-2d-s16.ts";

export { averagePool2dF32, averagePool2dS8, averagePool2dS16 };

/** AVERAGE_POOL_2D in every type. */
export const averagePool2dKernels: readonly AnyKernel[] = [averagePool2dF32, averagePool2dS8, averagePool2dS16];
