import type { AnyKernel } from "@thimble/core";
import { resizeBilinearF32 } from "./resize-bilinear-f32.ts";
import { resizeBilinearS8 } from "./resize-bilinear-s8.ts";

export { resizeBilinearF32, resizeBilinearS8 };

/** RESIZE_BILINEAR in every type. */
export const resizeBilinearKernels: readonly AnyKernel[] = [resizeBilinearF32, resizeBilinearS8];
