import type { AnyKernel } from "@thimble/core";
import { depthwiseConv2dF32 } from "./depthwise-conv-2d-f32.ts";
import { depthwiseConv2dS8 } from "./depthwise-conv-2d-s8.ts";
import { depthwiseConv2dS8S4 } from "./depthwise-conv-2d-s8s4.ts";
import { depthwiseConv2dS16 } from "./depthwise-conv-2d-s16.ts";
import { depthwiseConv2dS16S32 } from "./depthwise-conv-2d-s16s32.ts";

export { depthwiseConv2dF32, depthwiseConv2dS8, depthwiseConv2dS8S4, depthwiseConv2dS16, depthwiseConv2dS16S32 };

/** DEPTHWISE_CONV_2D in every type. */
export const depthwiseConv2dKernels: readonly AnyKernel[] = [
  depthwiseConv2dF32,
  depthwiseConv2dS8,
  depthwiseConv2dS8S4,
  depthwiseConv2dS16,
  depthwiseConv2dS16S32,
];
