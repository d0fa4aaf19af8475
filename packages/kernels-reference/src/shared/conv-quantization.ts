import type { Activation, KernelNode, KernelTensor, PrepareHost } from "@thimble/core";
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

/** The tensors whose scales meet in a convolution. */
export interface ConvTensors {
  readonly input: KernelTensor;
  readonly filter: KernelTensor;
  readonly output: KernelTensor;
}

/** Computes input scale × filter scale ÷ output scale for each channel; a filter with one scale gives it to all. */
export function quantizeConv(
  { input, filter, output }: ConvTensors,
  host: PrepareHost,
  channels: number,
  activation: Activation,
): ConvQuantization {
  const scales = filter.quantization!.scale;
  const factorOf = (channel: number) => (input.scale * scales[scales.length > 1 ? channel : 0]!) / output.scale;
  return {
    ...prepareChannelMultipliers(host, channels, factorOf),
    inputOffset: offsetOf(input.zeroPoint),
    outputOffset: output.zeroPoint,
    activation: activationRangeQuantized(activation, output),
  };
}

/** {@link quantizeConv} of a node with the inputs input, filter. */
export const prepareConvQuantization = (
  node: KernelNode,
  host: PrepareHost,
  channels: number,
  activation: Activation,
): ConvQuantization =>
  quantizeConv({ input: node.input(0), filter: node.input(1), output: node.output(0) }, host, channels, activation);
