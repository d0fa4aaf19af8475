/** Recorded cases that the reference cannot give, each with the reason. They run as expected failures. */
export const waivers: readonly { readonly case: string; readonly reason: string }[] = [
  {
    case: "tflite_detection_postprocess_0041",
    reason:
      "With several classes a detection, TFLM's fast suppression writes scores behind its output of classes, and leaves boxes unwritten: the recording holds what the memory planner had left there.",
  },
  {
    case: "tflite_detection_postprocess_0083",
    reason: "As tflite_detection_postprocess_0041: unwritten boxes, and scores among the classes.",
  },
];

export const isWaived = (name: string): boolean => waivers.some((waiver) => waiver.case === name);
