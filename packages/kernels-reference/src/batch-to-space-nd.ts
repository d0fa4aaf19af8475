import { type AnyKernel, batchToSpaceNd, type Kernel } from "@thimble/core";
import { copyPixels, pixelLayout, type SpaceBatchLayout } from "./shared/space-batch.ts";

const TYPES = "float32|int8";

/** Puts the pixels of the batches side by side, but for those in the crops. */
export const batchToSpaceNdAny: Kernel<void, SpaceBatchLayout> = {
  name: "batch_to_space_nd_any",
  operator: batchToSpaceNd,
  types: `${TYPES}, int32, int32 -> ${TYPES}`,
  prepare: (node) => ({ batch: pixelLayout(node.input(0)), space: pixelLayout(node.output(0)) }),
  invoke(node, layout) {
    copyPixels(node, layout, true);
  },
};

/** BATCH_TO_SPACE_ND in every type. */
export const batchToSpaceNdKernels: readonly AnyKernel[] = [batchToSpaceNdAny];
