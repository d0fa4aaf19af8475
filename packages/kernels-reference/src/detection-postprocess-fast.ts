import type { Kernel, Region } from "@thimble/core";
import { type DetectionPostprocessParams, detectionPostprocess } from "@thimble/core/custom";
import { argSortDescending } from "./arithmetic/arg-sort.ts";
import { decodeBoxes, storeDetection } from "./shared/detection-boxes.ts";
import { NonMaxSuppression } from "./shared/non-max-suppression.ts";

interface FastSuppression {
  readonly decoded: Region<"float32">;
  readonly suppression: NonMaxSuppression;
  /** The classes of one box, best first. */
  readonly classOrder: Region<"int32">;
}

/** Takes each box by its best score, and gives the best classes of those that remain. */
export const detectionPostprocessFast: Kernel<DetectionPostprocessParams, FastSuppression> = {
  name: "detection_postprocess_fast_f32",
  operator: detectionPostprocess,
  types: "float32, float32, float32 -> float32, float32, float32, float32",
  supports: ({ params }) => !params.isRegular || "it suppresses overlaps class by class",
  prepare: ({ params }, host) => ({
    decoded: host.requestScratch("float32", 4 * params.boxes),
    suppression: new NonMaxSuppression(params, host),
    classOrder: host.requestScratch("int32", params.classes),
  }),
  invoke(node, { decoded, suppression, classOrder }) {
    const { boxes, classes, scoreDepth, maxDetections } = node.params;
    const perBox = Math.min(node.params.classesPerDetection, classes);
    const labelOffset = scoreDepth - classes;
    const predictions = node.input(1).data as Float32Array;
    const order = classOrder.data;
    decodeBoxes(node, decoded.data);
    for (let box = 0; box < boxes; box++) {
      argSortDescending(predictions, box * scoreDepth + labelOffset, classes, order);
      suppression.scores.data[box] = predictions[box * scoreDepth + labelOffset + order[0]!]!;
    }
    const count = suppression.select(decoded.data, maxDetections);
    // TFLM leaves what was there where there is no detection.
    for (let i = 0; i < 3; i++) node.output(i).bytes.fill(0);
    let detections = 0;
    for (let i = 0; i < count; i++) {
      const box = suppression.selected.data[i]!;
      const start = box * scoreDepth + labelOffset;
      argSortDescending(predictions, start, classes, order);
      for (let rank = 0; rank < perBox; rank++) {
        // TFLM counts the classes twice over here, so that detections of several classes have gaps between them.
        const at = perBox * detections++ + rank;
        storeDetection(node, at, decoded.data, box, order[rank]!, predictions[start + order[rank]!]!);
      }
    }
    (node.output(3).data as Float32Array)[0] = detections;
  },
};
