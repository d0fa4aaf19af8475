import type { KernelTensor, Operator } from "@thimble/core";
import { offsetOf } from "../arithmetic/offset.ts";
import { quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { type Relations, relationOf } from "../arithmetic/relations.ts";
import { type BinaryKernel, binaryKernel } from "./binary-kernel.ts";
import { scaleTerm, type TermQuantization } from "./sum-quantization.ts";

/** Bits by which a centered input is shifted left before its scale is applied, so that rounding loses little. */
const LEFT_SHIFT = 8;

export interface ComparisonQuantization {
  readonly first: TermQuantization;
  readonly second: TermQuantization;
}

export type ComparisonKernelS8 = BinaryKernel<void, ComparisonQuantization>;

const termOf = ({ scale, zeroPoint }: KernelTensor): TermQuantization => ({
  offset: offsetOf(zeroPoint),
  leftShift: LEFT_SHIFT,
  factor: quantizeMultiplier(scale),
});

/** The int8 kernel of a comparison: of the real numbers, in units of 2^-8. */
export const comparisonKernelS8 = (operator: Operator<void>, holding: Relations): ComparisonKernelS8 =>
  binaryKernel({
    operator,
    type: "int8",
    outputType: "bool",
    prepare: (node) => ({ first: termOf(node.input(0)), second: termOf(node.input(1)) }),
    combine: (a, b, { first, second }) =>
      Number((relationOf(scaleTerm(a, first), scaleTerm(b, second)) & holding) !== 0),
  });
