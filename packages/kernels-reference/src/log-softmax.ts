import type { AnyKernel } from "@thimble/core";
import { logSoftmaxF32 } from "./log-softmax-f32.ts";
import { logSoftmaxS8 } from "./log-softmax-s8.ts";

export { logSoftmaxF32, logSoftmaxS8 };

/** LOG_SOFTMAX in every type. */
export const logSoftmaxKernels: readonly AnyKernel[] = [logSoftmaxF32, logSoftmaxS8];
