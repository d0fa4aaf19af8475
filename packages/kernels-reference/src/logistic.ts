import type { AnyKernel } from "@thimble/core";
import { logisticF32 } from "./logistic-f32.ts";
import { logisticS8 } from "./logistic-s8.ts";
import { logisticS16 } from "./logistic-s16.ts";

export { logisticF32, logisticS8, logisticS16 };

/** LOGISTIC in every type. */
export const logisticKernels: readonly AnyKernel[] = [logisticF32, logisticS8, logisticS16];
