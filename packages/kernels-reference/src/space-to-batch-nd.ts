import { type AnyKernel, type Kernel, spaceToBatchNd } from "@thimble/core";
import { copyPixels, pixelLayout, type SpaceBatchLayout } from "./shared/space-batch.ts";

const TYPES = "float32|int8";

/** Hands each pixel of a block to its batch. The padding is stored as 0, whatever the zero point, as in TFLM. */
export const spaceToBatchNdAny: Kernel<void, SpaceBatchLayout> = {
  name: "space_to_batch_nd_any",
  operator: spaceToBatchNd,
  types: `${TYPES}, int32, int32 -> ${TYPES}`,
  prepare: (node) => ({ batch: pixelLayout(node.output(0)), space: pixelLayout(node.input(0)) }),
  invoke(node, layout) {
    node.output(0).bytes.fill(0);
    copyPixels(node, layout, false);
  },
};

/** SPACE_TO_BATCH_ND in every type. */
export const spaceToBatchNdKernels: readonly AnyKernel[] = [spaceToBatchNdAny];
