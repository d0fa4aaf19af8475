import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { type CustomOptions, readCustomOptions } from "./shared/custom-options.ts";
import { requirePositive, requireRank, requireThat } from "./shared/require.ts";

export interface DetectionPostprocessParams {
  readonly boxes: number;
  /** Numbers of one box in the input, of which the first four count: y, x, height, width. */
  readonly boxDepth: number;
  readonly classes: number;
  /** Scores of one box: the classes', and the background's before them if there is one. */
  readonly scoreDepth: number;
  readonly maxDetections: number;
  /** Suppresses overlaps class by class instead of once, by each box's best score. */
  readonly isRegular: boolean;
  /** Only regular suppression: boxes that one class keeps. */
  readonly detectionsPerClass: number;
  /** Only fast suppression: classes that are given for one box. */
  readonly classesPerDetection: number;
  readonly scoreThreshold: number;
  /** Boxes that overlap more than this (intersection ÷ union) count as one. */
  readonly overlapThreshold: number;
  /** Divisors of the encoded center and size. */
  readonly scale: { readonly y: number; readonly x: number; readonly height: number; readonly width: number };
}

const DEFAULT_DETECTIONS_PER_CLASS = 100;

/**
 * TFLite_Detection_PostProcess: turns boxes [1, N, ≥ 4] encoded relative to anchors [N, 4], and scores [1, N, C] or
 * [1, N, C + 1], into detections without overlaps: boxes (top, left, bottom, right), classes, scores, and their number.
 */
export const detectionPostprocess: Operator<DetectionPostprocessParams> = defineOperator({
  name: "TFLite_Detection_PostProcess",
  maxVersion: 1,
  inputs: ["box_encodings", "class_predictions", "anchors"],
  outputs: ["detection_boxes", "detection_classes", "detection_scores", "num_detections"],
  check(node) {
    const options = readCustomOptions(node);
    const [encodings, predictions, anchors] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]!];
    requireRank(node, "box_encodings", encodings, 3);
    requireRank(node, "class_predictions", predictions, 3);
    requireRank(node, "anchors", anchors, 2);
    const [batches, boxes, boxDepth] = encodings.shape as [number, number, number];
    const scoreDepth = predictions.shape[2]!;
    requireThat(
      batches === 1 && predictions.shape[0] === 1 && predictions.shape[1] === boxes,
      node,
      () => "box_encodings and class_predictions must hold one batch and as many boxes as each other",
    );
    requireThat(boxDepth >= 4, node, () => `box_encodings have ${boxDepth} numbers a box, they need 4 or more`);
    requireThat(anchors.size >= 4 * boxes, node, () => `there are anchors for fewer than ${boxes} boxes`);
    const params = { boxes, boxDepth, scoreDepth, ...parseOptions(options) };
    requireOptions(node, params);
    requireRoom(node, params);
    return params;
  },
});

const parseOptions = (options: CustomOptions) => ({
  classes: options.integer("num_classes"),
  maxDetections: options.integer("max_detections"),
  isRegular: options.boolean("use_regular_nms"),
  detectionsPerClass: options.has("detections_per_class")
    ? options.integer("detections_per_class")
    : DEFAULT_DETECTIONS_PER_CLASS,
  classesPerDetection: options.integer("max_classes_per_detection"),
  scoreThreshold: options.real("nms_score_threshold"),
  overlapThreshold: options.real("nms_iou_threshold"),
  scale: {
    y: options.real("y_scale"),
    x: options.real("x_scale"),
    height: options.real("h_scale"),
    width: options.real("w_scale"),
  },
});

function requireOptions(node: UncheckedNode, params: DetectionPostprocessParams): void {
  const { classes, scoreDepth, maxDetections, overlapThreshold, isRegular } = params;
  requirePositive(node, "num_classes", classes);
  requireThat(
    scoreDepth === classes || scoreDepth === classes + 1,
    node,
    () => `class_predictions have ${scoreDepth} scores a box, ${classes} classes need ${classes} or one more`,
  );
  requireThat(maxDetections >= 0, node, () => `max_detections is ${maxDetections}, it must be 0 or more`);
  requireThat(
    overlapThreshold > 0 && overlapThreshold <= 1,
    node,
    () => `nms_iou_threshold is ${overlapThreshold}, it must be greater than 0 and at most 1`,
  );
  if (isRegular) requirePositive(node, "detections_per_class", params.detectionsPerClass);
  else requirePositive(node, "max_classes_per_detection", params.classesPerDetection);
}

/** The outputs must hold as many detections as each other, and in regular suppression all that there can be. */
function requireRoom(node: UncheckedNode, { isRegular, maxDetections }: DetectionPostprocessParams): void {
  const [boxes, classes, scores, count] = node.outputs.map(({ size }) => size) as [number, number, number, number];
  requireThat(
    boxes >= 4 * classes && scores >= classes && count >= 1,
    node,
    () => `the outputs hold ${boxes / 4} boxes, ${classes} classes, ${scores} scores and ${count} counts`,
  );
  requireThat(
    !isRegular || classes >= maxDetections,
    node,
    () => `the outputs hold ${classes} detections, max_detections is ${maxDetections}`,
  );
}
