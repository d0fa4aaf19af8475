import type { BatchMatmulParams, KernelNode } from "@thimble/core";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { type Matrices, prepareMatrices } from "./matrices.ts";

/** What turns a sum of products into an output. */
export interface QuantizedMatrices {
  readonly matrices: Matrices;
  /** −(zero point) of each input. */
  readonly xOffset: number;
  readonly yOffset: number;
  readonly outputOffset: number;
  readonly factor: QuantizedMultiplier;
}

/** TFLM rounds the product of the scales to float32. */
export function prepareQuantizedMatrices(node: KernelNode<BatchMatmulParams>): QuantizedMatrices {
  const [x, y, output] = [node.input(0), node.input(1), node.output(0)];
  return {
    matrices: prepareMatrices(node),
    xOffset: offsetOf(x.zeroPoint),
    yOffset: offsetOf(y.zeroPoint),
    outputOffset: output.zeroPoint,
    factor: quantizeMultiplier(Math.fround(x.scale * y.scale) / output.scale),
  };
}
