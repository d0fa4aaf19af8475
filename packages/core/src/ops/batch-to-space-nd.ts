import { defineOperator, type Operator } from "../operator.ts";
import { checkSpaceBatch } from "./shared/space-batch.ts";

/** BATCH_TO_SPACE_ND: batches become blocks of pixels, less the crops at the edges; [N, H, C] or [N, H, W, C]. */
export const batchToSpaceNd: Operator<void> = defineOperator({
  name: "BATCH_TO_SPACE_ND",
  maxVersion: 4,
  inputs: ["input", "block_shape", "crops"],
  outputs: ["output"],
  tflmLimits: { rank: 4 },
  check: (node) =>
    checkSpaceBatch(node, "crops", (shape, block, crops) => [
      shape[0]! / block.reduce((size, extent) => size * extent, 1),
      ...block.map((extent, i) => shape[1 + i]! * extent - crops[2 * i]! - crops[2 * i + 1]!),
      shape.at(-1)!,
    ]),
});
