import type { UncheckedNode } from "../../operator.ts";
import { requireConstant, requireRank, requireSameType, requireShape, requireSize, requireThat } from "./require.ts";

export interface ResizeParams {
  /** Whether the first and last pixels of input and output lie on each other. */
  readonly alignCorners: boolean;
  /** Whether positions count from the middle of a pixel. */
  readonly halfPixelCenters: boolean;
}

/** What resizes of [N, H, W, C] share: the constant `size` gives the output's height and width. */
export function checkResize(
  node: UncheckedNode<"ResizeBilinearOptions" | "ResizeNearestNeighborOptions">,
): ResizeParams {
  const [input, size, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
  requireRank(node, "input", input, 4);
  requireSameType(node, "output", output, input);
  requireSize(node, "size", size, 2);
  requireConstant(node, "size", size);
  const [batches, height, width, depth] = input.shape as [number, number, number, number];
  requireShape(node, "output", output, [batches, Number(size.data[0]), Number(size.data[1]), depth]);
  requireThat(height * width > 0 || output.size === 0, node, () => "input has no pixels to make the output of");
  return { alignCorners: node.options.alignCorners, halfPixelCenters: node.options.halfPixelCenters };
}
