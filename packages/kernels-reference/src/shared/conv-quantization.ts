import type { Activation, KernelNode, PrepareHost, Region } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";

/** What turns a convolution's accumulators into outputs. */
export interface ConvQuantization {
  /** −(input zero point), added to each input. */
  readonly inputOffset: number;
  /** The output's zero point. */
  readonly outputOffset: number;
  /** Fixed-point factors from accumulator to output, one for each output channel. */
  readonly multiplier: Region<"int32">;
  readonly shift: Region<"int32">;
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
  const filter = node.input(1);
  const output = node.output(0);
  const multiplier = host.allocatePersistent("int32", channels);
  const shift = host.allocatePersistent("int32", channels);
  const scales = filter.quantization!.scale;
  for (let channel = 0; channel < channels; channel++) {
    const factor = quantizeMultiplier((input.scale * scales[scales.length > 1 ? channel : 0]!) / output.scale);
    multiplier.data[channel] = factor.multiplier;
    shift.data[channel] = factor.shift;
  }
  return {
    inputOffset: -input.zeroPoint,
    outputOffset: output.zeroPoint,
    multiplier,
    shift,
    activation: activationRangeQuantized(activation, output),
  };
}
