import type { ArithmeticParams, Operator } from "@thimble/core";
import { type ActivationRange, activationRangeS32 } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type BinaryKernel, binaryKernel } from "./binary-kernel.ts";

/** A kernel whose results are clamped by the fused activation. */
export type ArithmeticKernelS32 = BinaryKernel<ArithmeticParams, ActivationRange>;

/** The int32 kernel of an arithmetic operator, on integers that stand for themselves. */
export const arithmeticKernelS32 = (
  operator: Operator<ArithmeticParams>,
  f: (a: number, b: number) => number,
): ArithmeticKernelS32 =>
  binaryKernel({
    operator,
    type: "int32",
    prepare: ({ params }) => activationRangeS32(params.activation),
    combine: (a, b, { min, max }) => clamp(f(a, b), min, max),
  });
