import type { Activation } from "../../activation.ts";
import type { UncheckedNode } from "../../operator.ts";
import { isQuantizedType, requireQuantizedPerTensor, requireSameQuantization } from "./quantized.ts";
import { requireRank, requireShape } from "./require.ts";
import { layWindows, type Window } from "./window.ts";

export interface Pool2DParams {
  readonly height: Window;
  readonly width: Window;
  readonly activation: Activation;
}

/** What pools over [N, H, W, C] share: the windows over both spatial dimensions, and no requantization. */
export function checkPool2D(node: UncheckedNode<"Pool2DOptions">): Pool2DParams {
  const { options } = node;
  const input = node.inputs[0]!;
  const output = node.outputs[0]!;
  requireRank(node, "input", input, 4);
  const [batches, , , channels] = input.shape as [number, number, number, number];
  const extents = { height: options.filterHeight, width: options.filterWidth };
  const { height, width } = layWindows(node, input, extents, options);
  requireShape(node, "output", output, [batches, height.positions, width.positions, channels]);
  requireSameQuantization(node, "input", input, 1e-6);
  if (isQuantizedType(output.type) && options.fusedActivationFunction !== "NONE")
    requireQuantizedPerTensor(node, "output", output);
  return { height, width, activation: options.fusedActivationFunction };
}
