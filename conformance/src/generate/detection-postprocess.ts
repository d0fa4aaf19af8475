import fc from "fast-check";
import { seededRandom } from "../seeded-random.ts";
import { flexMap } from "./flex-map.ts";
import { seed } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Centers and sizes: none is empty. */
function anchors(boxes: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  return new Uint8Array(Float32Array.from({ length: 4 * boxes }, () => 0.1 + random()).buffer);
}

/** TFLite_Detection_PostProcess: a few boxes and classes, with either way to suppress overlaps. */
export const detectionPostprocess = (isRegular: boolean): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      boxes: fc.integer({ min: 1, max: 12 }),
      classes: fc.integer({ min: 1, max: 5 }),
      hasBackground: fc.boolean(),
      detections: fc.integer({ min: 1, max: 6 }),
      perBox: fc.integer({ min: 1, max: 3 }),
      threshold: fc.constantFrom(-1, 0, 0.5),
      overlap: fc.constantFrom(0.1, 0.5, 1),
      scale: fc.constantFrom(1, 5, 10),
      seed,
    })
    .map(({ boxes, classes, hasBackground, detections, perBox, threshold, overlap, scale, seed }) => {
      const found = detections * (isRegular ? 1 : perBox);
      const hints = { isFinite: true };
      return {
        operator: "TFLite_Detection_PostProcess",
        customOptions: flexMap({
          num_classes: classes,
          max_detections: detections,
          use_regular_nms: isRegular,
          detections_per_class: perBox,
          max_classes_per_detection: perBox,
          nms_score_threshold: { real: threshold },
          nms_iou_threshold: { real: overlap },
          y_scale: { real: scale },
          x_scale: { real: scale },
          h_scale: { real: scale },
          w_scale: { real: scale },
        }),
        inputs: [
          { type: "float32", shape: [1, boxes, 4], hints },
          { type: "float32", shape: [1, boxes, classes + (hasBackground ? 1 : 0)], hints },
          { type: "float32", shape: [boxes, 4], data: anchors(boxes, seed) },
        ],
        outputs: [[1, found, 4], [1, found], [1, found], [1]].map((shape) => ({ type: "float32", shape })),
      };
    });
