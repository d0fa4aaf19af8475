import type { AnyKernel } from "@thimble/core";
import { batchMatmulF32 } from "./batch-matmul-f32.ts";
import { batchMatmulS8 } from "./batch-matmul-s8.ts";
import { batchMatmulS16 } from "./batch-matmul-s16.ts";

export { batchMatmulF32, batchMatmulS8, batchMatmulS16 };

/** BATCH_MATMUL in every type. */
export const batchMatmulKernels: readonly AnyKernel[] = [batchMatmulF32, batchMatmulS8, batchMatmulS16];
