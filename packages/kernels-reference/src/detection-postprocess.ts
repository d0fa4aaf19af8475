import type { AnyKernel } from "@thimble/core";
import { detectionPostprocessFast } from "./detection-postprocess-fast.ts";
import { detectionPostprocessRegular } from "./detection-postprocess-regular.ts";

export { detectionPostprocessFast, detectionPostprocessRegular };

/** TFLite_Detection_PostProcess with both ways of suppression. */
export const detectionPostprocessKernels: readonly AnyKernel[] = [
  detectionPostprocessFast,
  detectionPostprocessRegular,
];
