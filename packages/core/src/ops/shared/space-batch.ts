import type { KernelTensor } from "../../kernel-tensor.ts";
import type { NodeDescription } from "../../node.ts";
import { requireSameType, requireShape, requireSize, requireThat } from "./require.ts";

/** The shape of the output for a constant block and constant paddings or crops. */
export type SpaceBatchShape = (
  shape: readonly number[],
  block: readonly number[],
  margins: readonly number[],
) => readonly number[];

/**
 * What BATCH_TO_SPACE_ND and SPACE_TO_BATCH_ND share: [N, H, C] or [N, H, W, C], a block extent and two margins for each
 * spatial dimension. Where these are computed at run time, the output's shape is taken as it is.
 */
export function checkSpaceBatch(node: NodeDescription, marginsName: string, outputShape: SpaceBatchShape): void {
  const [input, block, margins] = node.inputs as [KernelTensor, KernelTensor, KernelTensor];
  const output = node.outputs[0]!;
  const rank = input.shape.length;
  requireSameType(node, "output", output, input);
  requireThat(rank === 3 || rank === 4, node, () => `input has ${rank} dimensions, it needs 3 or 4`);
  requireThat(
    output.shape.length === rank && output.shape.at(-1) === input.shape.at(-1),
    node,
    () => `output has shape [${output.shape.join(", ")}], input [${input.shape.join(", ")}]; rank and depth must agree`,
  );
  requireSize(node, "block_shape", block, rank - 2);
  requireSize(node, marginsName, margins, 2 * (rank - 2));
  if (!block.isConstant || !margins.isConstant) return;
  const [blocks, amounts] = [Array.from(block.data, Number), Array.from(margins.data, Number)];
  requireThat(
    blocks.every((extent) => extent >= 1) && amounts.every((amount) => amount >= 0),
    node,
    () => `block_shape is [${blocks.join(", ")}], ${marginsName} [${amounts.join(", ")}]; they must not be negative`,
  );
  requireShape(node, "output", output, outputShape(input.shape, blocks, amounts));
}
