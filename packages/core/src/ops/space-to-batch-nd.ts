import { defineOperator, type Operator } from "../operator.ts";
import { checkSpaceBatch } from "./shared/space-batch.ts";

/** SPACE_TO_BATCH_ND: blocks of pixels, of an input padded at the edges, become batches; [N, H, C] or [N, H, W, C]. */
export const spaceToBatchNd: Operator<void> = defineOperator({
  name: "SPACE_TO_BATCH_ND",
  maxVersion: 4,
  inputs: ["input", "block_shape", "paddings"],
  outputs: ["output"],
  tflmLimits: { rank: 4 },
  check: (node) =>
    checkSpaceBatch(node, "paddings", (shape, block, paddings) => [
      shape[0]! * block.reduce((size, extent) => size * extent, 1),
      ...block.map((extent, i) => (shape[1 + i]! + paddings[2 * i]! + paddings[2 * i + 1]!) / extent),
      shape.at(-1)!,
    ]),
});
