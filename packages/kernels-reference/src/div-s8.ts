import { type ArithmeticParams, div, type KernelNode } from "@thimble/core";
import { activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { offsetOf } from "./arithmetic/offset.ts";
import { quantizeMultiplier } from "./arithmetic/quantized-multiplier.ts";
import { reciprocal, reciprocalShift } from "./arithmetic/reciprocal.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { type BinaryKernel, binaryKernel } from "./shared/binary-kernel.ts";
import type { ProductQuantization } from "./shared/product-quantization.ts";

const { fround } = Math;

/** TFLM computes the factor in float32. */
function prepareDiv(node: KernelNode<ArithmeticParams>): ProductQuantization {
  const [first, second, output] = [node.input(0), node.input(1), node.output(0)];
  return {
    firstOffset: offsetOf(first.zeroPoint),
    secondOffset: offsetOf(second.zeroPoint),
    outputOffset: output.zeroPoint,
    factor: quantizeMultiplier(fround(first.scale / fround(second.scale * output.scale))),
    activation: activationRangeQuantized(node.params.activation, output),
  };
}

/** Bits by which an int32 can go left without a change of sign. */
const headroomOf = (x: number): number => Math.clz32(x < 0 ? ~x : x) - 1;

/** The stored output for two stored inputs: dividend × 1 / divisor, the sign taken from the divisor first. */
function divideStored(first: number, second: number, quantization: ProductQuantization): number {
  const { firstOffset, secondOffset, outputOffset, factor, activation } = quantization;
  const divisor = second + secondOffset;
  const dividend = divisor < 0 ? -(first + firstOffset) | 0 : first + firstOffset;
  const magnitude = Math.abs(divisor);
  const headroom = headroomOf(dividend);
  const quotient = multiplyByQuantizedMultiplier(dividend, reciprocal(magnitude), headroom);
  const shift = factor.shift - reciprocalShift(magnitude) - headroom;
  const stored = multiplyByQuantizedMultiplier(quotient, factor.multiplier, shift) + outputOffset;
  return clamp(stored, activation.min, activation.max);
}

/** int8 quotient, requantized. */
export const divS8: BinaryKernel<ArithmeticParams, ProductQuantization> = binaryKernel({
  operator: div,
  type: "int8",
  prepare: prepareDiv,
  combine: divideStored,
});
