import { defineOperator, type Operator } from "../operator.ts";
import { checkResize, type ResizeParams } from "./shared/resize.ts";

/** RESIZE_NEAREST_NEIGHBOR: [N, H, W, C] to the constant size [H', W'], each pixel from the nearest one. */
export const resizeNearestNeighbor: Operator<ResizeParams> = defineOperator({
  name: "RESIZE_NEAREST_NEIGHBOR",
  maxVersion: 4,
  inputs: ["input", "size"],
  outputs: ["output"],
  options: "ResizeNearestNeighborOptions",
  check: checkResize,
});
