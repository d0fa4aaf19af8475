import type { KernelNode } from "@thimble/core";
import { activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { type SumQuantization, scaleTerm } from "./sum-quantization.ts";

/** Sums of many terms of one quantization, and what such a sum starts from. */
export interface RunningSumQuantization extends SumQuantization {
  /** TFLM starts from a stored 0, which stands for −zero point × scale, not from a real 0. */
  readonly start: number;
}

const LEFT_SHIFT = 20;

/** Relates the terms to twice their scale, as for a sum of two. */
export function prepareRunningSum(node: KernelNode): RunningSumQuantization {
  const [input, output] = [node.input(0), node.output(0)];
  const common = 2 * input.scale;
  const term = {
    offset: offsetOf(input.zeroPoint),
    leftShift: LEFT_SHIFT,
    factor: quantizeMultiplier(input.scale / common),
  };
  return {
    first: term,
    second: term,
    outputOffset: output.zeroPoint,
    outputFactor: quantizeMultiplier(common / (2 ** LEFT_SHIFT * output.scale)),
    activation: activationRangeQuantized("NONE", output),
    start: scaleTerm(0, term),
  };
}
