import { type KernelNode, nodeError } from "@thimble/core";
import type { DetectionPostprocessParams } from "@thimble/core/custom";

/** Decodes boxes relative to their anchors (y, x, height, width) into top, left, bottom, right. */
export function decodeBoxes(node: KernelNode<DetectionPostprocessParams>, decoded: Float32Array): void {
  const { boxes, boxDepth, scale } = node.params;
  const encodings = node.input(0).data as Float32Array;
  const anchors = node.input(2).data as Float32Array;
  for (let box = 0; box < boxes; box++) {
    const e = box * boxDepth;
    const a = 4 * box;
    const y = Math.fround((encodings[e]! / scale.y) * anchors[a + 2]! + anchors[a]!);
    const x = Math.fround((encodings[e + 1]! / scale.x) * anchors[a + 3]! + anchors[a + 1]!);
    const halfHeight = Math.fround(0.5 * Math.exp(encodings[e + 2]! / scale.height) * anchors[a + 2]!);
    const halfWidth = Math.fround(0.5 * Math.exp(encodings[e + 3]! / scale.width) * anchors[a + 3]!);
    decoded[a] = y - halfHeight;
    decoded[a + 1] = x - halfWidth;
    decoded[a + 2] = y + halfHeight;
    decoded[a + 3] = x + halfWidth;
    if (decoded[a]! >= decoded[a + 2]! || decoded[a + 1]! >= decoded[a + 3]!)
      throw nodeError(node, `box ${box} has no area; its encoding or its anchor is wrong`);
  }
}

/** Writes detection number `at`, if the outputs hold as many. */
export function storeDetection(
  node: KernelNode<DetectionPostprocessParams>,
  at: number,
  decoded: Float32Array,
  box: number,
  label: number,
  score: number,
): void {
  const boxes = node.output(0).data as Float32Array;
  const classes = node.output(1).data as Float32Array;
  const scores = node.output(2).data as Float32Array;
  if (at >= classes.length) return;
  for (let side = 0; side < 4; side++) boxes[4 * at + side] = decoded[4 * box + side]!;
  classes[at] = label;
  scores[at] = score;
}
