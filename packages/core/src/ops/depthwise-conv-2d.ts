import type { Activation } from "../activation.ts";
import { defineOperator, type Operator } from "../operator.ts";
import { requireConvQuantized } from "./shared/conv.ts";
import { requirePositive, requireRank, requireShape, requireSize, requireThat } from "./shared/require.ts";
import { layWindows, type Window } from "./shared/window.ts";

export interface DepthwiseConv2DParams {
  readonly height: Window;
  readonly width: Window;
  readonly activation: Activation;
  /** Filters that each input channel has: output channel o reads input channel ⌊o / depthMultiplier⌋. */
  readonly depthMultiplier: number;
}

/**
 * DEPTHWISE_CONV_2D: input [N, H, W, I], filter [1, KH, KW, I × multiplier], bias [I × multiplier],
 * output [N, H', W', I × multiplier].
 *
 * The multiplier follows from the shapes; the option of that name repeats it and is not read.
 */
export const depthwiseConv2d: Operator<DepthwiseConv2DParams> = defineOperator({
  name: "DEPTHWISE_CONV_2D",
  maxVersion: 7,
  inputs: ["input", "filter", "bias?"],
  outputs: ["output"],
  options: "DepthwiseConv2DOptions",
  check(node) {
    const { options } = node;
    const [input, filter, bias] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]];
    const output = node.outputs[0]!;
    requireRank(node, "input", input, 4);
    requireRank(node, "filter", filter, 4);
    const [batches, , , channels] = input.shape as [number, number, number, number];
    const [, filterHeight, filterWidth, filters] = filter.shape as [number, number, number, number];
    const { height, width } = layWindows(node, input, { height: filterHeight, width: filterWidth }, options);
    requirePositive(node, "number of input channels", channels);
    requireThat(
      filters % channels === 0,
      node,
      () => `the filter's ${filters} channels are not a multiple of the input's ${channels}`,
    );
    requireShape(node, "filter", filter, [1, filterHeight, filterWidth, filters]);
    requireShape(node, "output", output, [batches, height.positions, width.positions, filters]);
    if (bias) requireSize(node, "bias", bias, filters);
    requireConvQuantized(node, filters);
    return { height, width, activation: options.fusedActivationFunction, depthMultiplier: filters / channels };
  },
  macs: (node) => node.outputs[0]!.size * node.inputs[1]!.shape[1]! * node.inputs[1]!.shape[2]!,
});
