import type { FullyConnectedParams, KernelNode, PrepareHost } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { offsetOf } from "./arithmetic/offset.ts";
import { type ChannelMultipliers, prepareChannelMultipliers } from "./shared/channel-multipliers.ts";

/** What turns the sums of a quantized layer into outputs. */
export interface FullyConnectedQuantization extends ChannelMultipliers {
  /** −(zero point), added to each input and to each weight. */
  readonly inputOffset: number;
  readonly filterOffset: number;
  /** The output's zero point. */
  readonly outputOffset: number;
  /** From one row's factor to the next one's: 0 where all rows have the same. */
  readonly factorStep: 0 | 1;
  readonly activation: ActivationRange;
}

/**
 * Computes input scale × filter scale ÷ output scale. The product with a single scale is rounded to float32, with one
 * scale a row it is not, and only a single zero point counts: that is how TFLM does it.
 */
export function prepareFullyConnected(
  node: KernelNode<FullyConnectedParams>,
  host: PrepareHost,
): FullyConnectedQuantization {
  const [input, filter, output] = [node.input(0), node.input(1), node.output(0)];
  const scales = filter.quantization!.scale;
  const isPerChannel = scales.length > 1;
  const factorOf = (row: number) =>
    (isPerChannel ? input.scale * scales[row]! : Math.fround(input.scale * filter.scale)) / output.scale;
  return {
    ...prepareChannelMultipliers(host, isPerChannel ? node.params.outputDepth : 1, factorOf),
    factorStep: isPerChannel ? 1 : 0,
    inputOffset: offsetOf(input.zeroPoint),
    filterOffset: isPerChannel ? 0 : offsetOf(filter.zeroPoint),
    outputOffset: output.zeroPoint,
    activation: activationRangeQuantized(node.params.activation, output),
  };
}
