import type { AnyKernel } from "@thimble/core";
import { conv2dF32 } from "./conv-2d-f32.ts";
import { conv2dS8 } from "./conv-2d-s8.ts";
import { conv2dS8S4 } from "./conv-2d-s8s4.ts";
import { conv2dS16 } from "./conv-2d-s16.ts";

export { conv2dF32, conv2dS8, conv2dS8S4, conv2dS16 };

/** CONV_2D in every type. */
export const conv2dKernels: readonly AnyKernel[] = [conv2dF32, conv2dS8, conv2dS8S4, conv2dS16];
