import type { AnyKernel } from "@thimble/core";
import { svdfF32 } from "./svdf-f32.ts";
import { svdfS8 } from "./svdf-s8.ts";
import { svdfS8S16 } from "./svdf-s8-s16.ts";

export { svdfF32, svdfS8, svdfS8S16 };

/** SVDF in every type. */
export const svdfKernels: readonly AnyKernel[] = [svdfF32, svdfS8, svdfS8S16];
