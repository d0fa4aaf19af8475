import type { AnyKernel } from "@thimble/core";
import { transposeConvF32 } from "./transpose-conv-f32.ts";
import { transposeConvS8 } from "./transpose-conv-s8.ts";
import { transposeConvS16 } from "./transpose-conv-s16.ts";
import { transposeConvS16S32 } from "./transpose-conv-s16s32.ts";

export { transposeConvF32, transposeConvS8, transposeConvS16, transposeConvS16S32 };

/** TRANSPOSE_CONV in every type. */
export const transposeConvKernels: readonly AnyKernel[] = [
  transposeConvF32,
  transposeConvS8,
  transposeConvS16,
  transposeConvS16S32,
];
