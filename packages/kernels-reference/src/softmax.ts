import type { AnyKernel } from "@thimble/core";
import { softmaxF32 } from "./softmax-f32.ts";
import { softmaxS8, softmaxS8S16 } from "./softmax-s8.ts";
import { softmaxS16 } from "./softmax-s16.ts";

export { softmaxF32, softmaxS8, softmaxS8S16, softmaxS16 };

/** SOFTMAX in every type. */
export const softmaxKernels: readonly AnyKernel[] = [softmaxF32, softmaxS8, softmaxS8S16, softmaxS16];
