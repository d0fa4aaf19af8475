import type { ArithmeticParams, KernelNode } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

/** What turns the product of two quantized values into an output. */
export interface ProductQuantization {
  /** −(zero point) of each input. */
  readonly firstOffset: number;
  readonly secondOffset: number;
  readonly outputOffset: number;
  readonly factor: QuantizedMultiplier;
  readonly activation: ActivationRange;
}

export function prepareProduct(node: KernelNode<ArithmeticParams>): ProductQuantization {
  const [first, second, output] = [node.input(0), node.input(1), node.output(0)];
  return {
    firstOffset: offsetOf(first.zeroPoint),
    secondOffset: offsetOf(second.zeroPoint),
    outputOffset: output.zeroPoint,
    factor: quantizeMultiplier((first.scale * second.scale) / output.scale),
    activation: activationRangeQuantized(node.params.activation, output),
  };
}

/** The stored output for two stored inputs. */
export function multiplyStored(first: number, second: number, quantization: ProductQuantization): number {
  const { firstOffset, secondOffset, outputOffset, factor, activation } = quantization;
  const product = Math.imul(first + firstOffset, second + secondOffset);
  const stored = multiplyByQuantizedMultiplier(product, factor.multiplier, factor.shift) + outputOffset;
  return clamp(stored, activation.min, activation.max);
}
