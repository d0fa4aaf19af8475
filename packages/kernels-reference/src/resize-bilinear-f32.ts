import { type Kernel, type KernelNode, type PrepareHost, type ResizeParams, resizeBilinear } from "@thimble/core";
import { type BilinearLayout, blendPixels } from "./shared/blend-pixels.ts";
import { prepareInterpolation } from "./shared/interpolation.ts";

const { fround } = Math;

/** Positions in float32, as TFLite computes them: a rounding may decide between two pixels. */
function prepareBilinear(node: KernelNode<ResizeParams>, host: PrepareHost): BilinearLayout {
  const { alignCorners, halfPixelCenters } = node.params;
  const along = (dimension: number) => {
    const [input, output] = [node.input(0).shape[dimension]!, node.output(0).shape[dimension]!];
    const scale = alignCorners && output > 1 ? fround((input - 1) / (output - 1)) : fround(input / output);
    const positionOf = (i: number) =>
      halfPixelCenters ? fround(fround(fround(i + 0.5) * scale) - 0.5) : fround(i * scale);
    return prepareInterpolation(host, output, input, positionOf, 1);
  };
  return { rows: along(1), columns: along(2), unit: 1 };
}

/** float32 mean of four pixels, weighted by their nearness. */
export const resizeBilinearF32: Kernel<ResizeParams, BilinearLayout> = {
  name: "resize_bilinear_f32",
  operator: resizeBilinear,
  types: "float32, int32 -> float32",
  prepare: prepareBilinear,
  invoke(node, layout) {
    blendPixels(node, layout, false);
  },
};
