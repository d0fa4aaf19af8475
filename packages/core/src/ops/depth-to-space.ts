import { defineOperator, type Operator } from "../operator.ts";
import { type BlockParams, checkBlock } from "./shared/block.ts";
import { requireShape } from "./shared/require.ts";

/** DEPTH_TO_SPACE: [N, H, W, B × B × C] to [N, H × B, W × B, C]: channels become blocks of B × B pixels. */
export const depthToSpace: Operator<BlockParams> = defineOperator({
  name: "DEPTH_TO_SPACE",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  options: "DepthToSpaceOptions",
  check(node) {
    const { blockSize } = checkBlock(node);
    const [batches, height, width, depth] = node.inputs[0]!.shape as [number, number, number, number];
    const shape = [batches, height * blockSize, width * blockSize, depth / blockSize ** 2];
    requireShape(node, "output", node.outputs[0]!, shape);
    return { blockSize };
  },
});
