import type { Kernel, KernelNode, Region } from "@thimble/core";
import { type DetectionPostprocessParams, detectionPostprocess } from "@thimble/core/custom";
import { argSortDescending } from "./arithmetic/arg-sort.ts";
import { decodeBoxes, storeDetection } from "./shared/detection-boxes.ts";
import { NonMaxSuppression } from "./shared/non-max-suppression.ts";

interface RegularSuppression {
  readonly decoded: Region<"float32">;
  readonly suppression: NonMaxSuppression;
  /** The best detections so far and those of one more class: box × classes + class, and the score. */
  readonly found: Region<"int32">;
  readonly scores: Region<"float32">;
  readonly order: Region<"int32">;
  readonly sortedFound: Region<"int32">;
  readonly sortedScores: Region<"float32">;
}

/** Appends what one class keeps to the `count` detections found so far; the number of all. */
function appendClass(
  node: KernelNode<DetectionPostprocessParams>,
  data: RegularSuppression,
  label: number,
  count: number,
): number {
  const { boxes, classes, scoreDepth, detectionsPerClass } = node.params;
  const { suppression, found, scores } = data;
  const predictions = node.input(1).data as Float32Array;
  const classScores = suppression.scores.data;
  for (let box = 0; box < boxes; box++)
    classScores[box] = predictions[box * scoreDepth + scoreDepth - classes + label]!;
  const selected = suppression.select(data.decoded.data, detectionsPerClass);
  for (let i = 0; i < selected; i++) {
    const box = suppression.selected.data[i]!;
    found.data[count + i] = box * classes + label;
    scores.data[count + i] = classScores[box]!;
  }
  return count + selected;
}

/** Keeps the best `limit` of `count` detections; the number that is left. */
function keepBest(data: RegularSuppression, count: number, limit: number): number {
  const { found, scores, order, sortedFound, sortedScores } = data;
  const kept = Math.min(count, limit);
  argSortDescending(scores.data, 0, count, order.data);
  for (let i = 0; i < kept; i++) {
    sortedFound.data[i] = found.data[order.data[i]!]!;
    sortedScores.data[i] = scores.data[order.data[i]!]!;
  }
  for (let i = 0; i < kept; i++) {
    found.data[i] = sortedFound.data[i]!;
    scores.data[i] = sortedScores.data[i]!;
  }
  return kept;
}

/** Suppresses overlaps class by class, and keeps the best detections of all classes. */
export const detectionPostprocessRegular: Kernel<DetectionPostprocessParams, RegularSuppression> = {
  name: "detection_postprocess_regular_f32",
  operator: detectionPostprocess,
  types: "float32, float32, float32 -> float32, float32, float32, float32",
  supports: ({ params }) => params.isRegular || "it suppresses overlaps by the best score of a box",
  prepare({ params }, host) {
    const most = params.maxDetections + params.boxes;
    return {
      decoded: host.requestScratch("float32", 4 * params.boxes),
      suppression: new NonMaxSuppression(params, host),
      found: host.requestScratch("int32", most),
      scores: host.requestScratch("float32", most),
      order: host.requestScratch("int32", most),
      sortedFound: host.requestScratch("int32", params.maxDetections),
      sortedScores: host.requestScratch("float32", params.maxDetections),
    };
  },
  invoke(node, data) {
    const { classes, maxDetections } = node.params;
    const decoded = data.decoded.data;
    decodeBoxes(node, decoded);
    let count = 0;
    for (let label = 0; label < classes; label++)
      count = keepBest(data, appendClass(node, data, label, count), maxDetections);
    (node.output(0).data as Float32Array).fill(0);
    (node.output(1).data as Float32Array).fill(0);
    (node.output(2).data as Float32Array).fill(0);
    for (let i = 0; i < count; i++) {
      const found = data.found.data[i]!;
      storeDetection(node, i, decoded, Math.floor(found / classes), found % classes, data.scores.data[i]!);
    }
    (node.output(3).data as Float32Array)[0] = count;
  },
};
