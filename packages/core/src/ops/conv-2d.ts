import type { TensorType } from "@thimble/schema";
import type { Activation } from "../activation.ts";
import { defineOperator, type Operator } from "../operator.ts";
import { requireConvQuantized } from "./shared/conv.ts";
import { requireRank, requireShape, requireSize, requireThat } from "./shared/require.ts";
import { layWindows, type Window } from "./shared/window.ts";

export interface Conv2DParams {
  readonly height: Window;
  readonly width: Window;
  readonly activation: Activation;
  /** Input channels that one filter sees; `input channels / groupChannels` groups. */
  readonly groupChannels: number;
  /** The type that the bias would have, where there is none: it decides how wide int16 sums are. */
  readonly quantizedBiasType: TensorType;
}

/**
 * CONV_2D: input [N, H, W, I], filter [O, KH, KW, I / groups], bias [O], output [N, H', W', O].
 */
export const conv2d: Operator<Conv2DParams> = defineOperator({
  name: "CONV_2D",
  maxVersion: 8,
  inputs: ["input", "filter", "bias?"],
  outputs: ["output"],
  options: "Conv2DOptions",
  check(node) {
    const { options } = node;
    const [input, filter, bias] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]];
    const output = node.outputs[0]!;
    requireRank(node, "input", input, 4);
    requireRank(node, "filter", filter, 4);
    const [batches, , , channels] = input.shape as [number, number, number, number];
    const [filters, filterHeight, filterWidth, groupChannels] = filter.shape as [number, number, number, number];
    const { height, width } = layWindows(node, input, { height: filterHeight, width: filterWidth }, options);
    requireThat(
      groupChannels > 0 && channels % groupChannels === 0,
      node,
      () => `the filter's ${groupChannels} channels do not divide the input's ${channels}`,
    );
    requireThat(
      filters % (channels / groupChannels) === 0,
      node,
      () => `${filters} filters do not divide into ${channels / groupChannels} groups`,
    );
    requireShape(node, "output", output, [batches, height.positions, width.positions, filters]);
    if (bias) requireSize(node, "bias", bias, filters);
    requireConvQuantized(node, filters);
    return {
      height,
      width,
      activation: options.fusedActivationFunction,
      groupChannels,
      quantizedBiasType: options.quantizedBiasType,
    };
  },
  macs: (node) => node.outputs[0]!.size * (node.inputs[1]!.size / node.inputs[1]!.shape[0]!),
});
