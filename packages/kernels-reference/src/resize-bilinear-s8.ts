import { type Kernel, type KernelNode, type PrepareHost, type ResizeParams, resizeBilinear } from "@thimble/core";
import { type BilinearLayout, blendPixels } from "./shared/blend-pixels.ts";
import { prepareInterpolation } from "./shared/interpolation.ts";

/** Positions in units of 2^-10 pixel. */
const UNIT = 1 << 10;

/** dividend ÷ divisor of integers that are not negative, rounded to the nearest. */
const divideRounded = (dividend: number, divisor: number): number =>
  Math.floor((dividend + Math.floor(divisor / 2)) / divisor);

function prepareBilinear(node: KernelNode<ResizeParams>, host: PrepareHost): BilinearLayout {
  const { alignCorners, halfPixelCenters } = node.params;
  const along = (dimension: number) => {
    const [input, output] = [node.input(0).shape[dimension]!, node.output(0).shape[dimension]!];
    const scale =
      alignCorners && output > 1 ? divideRounded(UNIT * (input - 1), output - 1) : divideRounded(UNIT * input, output);
    const offset = halfPixelCenters ? Math.floor(scale / 2) - UNIT / 2 : 0;
    return prepareInterpolation(host, output, input, (i) => i * scale + offset, UNIT);
  };
  return { rows: along(1), columns: along(2), unit: UNIT };
}

/** int8 mean of four pixels, weighted by their nearness; nothing is requantized. */
export const resizeBilinearS8: Kernel<ResizeParams, BilinearLayout> = {
  name: "resize_bilinear_s8",
  operator: resizeBilinear,
  types: "int8, int32 -> int8",
  prepare: prepareBilinear,
  invoke(node, layout) {
    blendPixels(node, layout, true);
  },
};
