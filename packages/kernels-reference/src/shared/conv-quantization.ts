import type { Activation, KernelNode, PrepareHost } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type ChannelMultipliers, prepareChannelMultipliers } from "./channel-multipliers.ts";

/** What turns a convolution's accumulators into outputs. */
export interface ConvQuantization extends ChannelMultipliers {
  /** −(input zero point), added to each input. */
  readonly inputOffset: number;
  /** The output's zero point. */
  readonly outputOffset: number;
  readonly activation: ActivationRange;
}

/** Computes input scale × filter scale ÷ output scale for each channel; a filter with one scale gives it to all. */
export function prepareConvQuantization(
  node: KernelNode,
  host: PrepareHost,
  channels: number,
  activation: Activation,
): ConvQuantization {
  const input = node.input(0);
  const output = node.output(0);
  const scales = node.input(1).quantization!.scale;
  const factorOf = (channel: number) => (input.scale * scales[scales.length > 1 ? channel : 0]!) / output.scale;
  return {
    ...prepareChannelMultipliers(host, channels, factorOf),
    inputOffset: offsetOf(input.zeroPoint),
    outputOffset: output.zeroPoint,
    activation: activationRangeQuantized(activation, output),
  };
}
