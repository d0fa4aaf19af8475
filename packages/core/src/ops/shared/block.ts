import type { UncheckedNode } from "../../operator.ts";
import { requirePositive, requireRank, requireSameType } from "./require.ts";

export interface BlockParams {
  /** Rows, and columns, of a square block of pixels. */
  readonly blockSize: number;
}

/** What DEPTH_TO_SPACE and SPACE_TO_DEPTH share: input [N, H, W, C], and a block of at least one pixel. */
export function checkBlock(node: UncheckedNode<"SpaceToDepthOptions" | "DepthToSpaceOptions">): BlockParams {
  const { blockSize } = node.options;
  requireRank(node, "input", node.inputs[0]!, 4);
  requireSameType(node, "output", node.outputs[0]!, node.inputs[0]!);
  requirePositive(node, "block size", blockSize);
  return { blockSize };
}
