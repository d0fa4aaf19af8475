import { defineOperator, type Operator } from "../operator.ts";
import { requireThat } from "./shared/require.ts";
import { checkResize, type ResizeParams } from "./shared/resize.ts";

/** RESIZE_BILINEAR: [N, H, W, C] to the constant size [H', W'], each pixel between the four around it. */
export const resizeBilinear: Operator<ResizeParams> = defineOperator({
  name: "RESIZE_BILINEAR",
  maxVersion: 4,
  inputs: ["input", "size"],
  outputs: ["output"],
  options: "ResizeBilinearOptions",
  check(node) {
    const params = checkResize(node);
    requireThat(
      !(params.alignCorners && params.halfPixelCenters),
      node,
      () => "aligns corners and counts from the middle of pixels, it can do one of the two",
    );
    return params;
  },
});
