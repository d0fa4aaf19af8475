import { type KernelNode, type KernelTensor, squaredDifference } from "@thimble/core";
import { activationRangeQuantized } from "../arithmetic/activation-range.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { type BinaryKernel, binaryKernel } from "./binary-kernel.ts";
import { type SumQuantization, scaleTerm, storeSum, type TermQuantization } from "./sum-quantization.ts";

/** Bits by which terms go left beforehand, such that the square still has 32 bits. */
const LEFT_SHIFTS = { int8: 7, int16: 0 } as const;

/** Relates both inputs to twice the greater scale, their squared difference to its square. */
function prepareSquaredDifference(node: KernelNode<void>, leftShift: number): SumQuantization {
  const [first, second, output] = [node.input(0), node.input(1), node.output(0)];
  const common = 2 * Math.max(first.scale, second.scale);
  const term = ({ scale, zeroPoint }: KernelTensor): TermQuantization => ({
    offset: offsetOf(zeroPoint),
    leftShift,
    factor: quantizeMultiplier(scale / common),
  });
  return {
    first: term(first),
    second: term(second),
    outputOffset: output.zeroPoint,
    outputFactor: quantizeMultiplier((common * common) / (4 ** leftShift * output.scale)),
    activation: activationRangeQuantized("NONE", output),
  };
}

export type SquaredDifferenceKernel = BinaryKernel<void, SumQuantization>;

/** The kernel of SQUARED_DIFFERENCE for one quantized type. */
export const squaredDifferenceKernel = (type: "int8" | "int16"): SquaredDifferenceKernel =>
  binaryKernel({
    operator: squaredDifference,
    type,
    prepare: (node) => prepareSquaredDifference(node, LEFT_SHIFTS[type]),
    combine(a, b, data) {
      const difference = scaleTerm(a, data.first) - scaleTerm(b, data.second);
      return storeSum(Math.imul(difference, difference), data);
    },
  });
