import type { ArithmeticParams, Operator } from "@thimble/core";
import { type BinaryKernel, binaryKernel } from "./binary-kernel.ts";
import { prepareSum, type SumQuantization, scaleTerm, storeSum } from "./sum-quantization.ts";

export type SumKernel = BinaryKernel<ArithmeticParams, SumQuantization>;

/** The kernel of ADD or SUB for a quantized type: terms are brought to a common scale, combined, and requantized. */
export const sumKernel = (
  operator: Operator<ArithmeticParams>,
  type: "int8" | "int16",
  roundFactor: (factor: number) => number,
  f: (a: number, b: number) => number,
): SumKernel =>
  binaryKernel({
    operator,
    type,
    prepare: (node) => prepareSum(node, roundFactor),
    combine: (a, b, data) => storeSum(f(scaleTerm(a, data.first), scaleTerm(b, data.second)) | 0, data),
  });
