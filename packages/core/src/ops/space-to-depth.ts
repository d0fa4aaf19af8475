import { defineOperator, type Operator } from "../operator.ts";
import { type BlockParams, checkBlock } from "./shared/block.ts";
import { requireShape } from "./shared/require.ts";

/** SPACE_TO_DEPTH: [N, H × B, W × B, C] to [N, H, W, B × B × C]: blocks of B × B pixels become channels. */
export const spaceToDepth: Operator<BlockParams> = defineOperator({
  name: "SPACE_TO_DEPTH",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  options: "SpaceToDepthOptions",
  check(node) {
    const { blockSize } = checkBlock(node);
    const [batches, height, width, depth] = node.inputs[0]!.shape as [number, number, number, number];
    const shape = [batches, height / blockSize, width / blockSize, depth * blockSize ** 2];
    requireShape(node, "output", node.outputs[0]!, shape);
    return { blockSize };
  },
});
