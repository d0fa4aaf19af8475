import type { Activation, ArithmeticParams, Operator } from "@thimble/core";
import { type ActivationRange, activationRangeF32, activationRangeS32 } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type BinaryKernel, binaryKernel } from "./binary-kernel.ts";

/** A kernel whose results are clamped by the fused activation. */
export type ArithmeticKernel = BinaryKernel<ArithmeticParams, ActivationRange>;

const RANGES: Readonly<Record<"float32" | "int32", (activation: Activation) => ActivationRange>> = {
  float32: activationRangeF32,
  int32: activationRangeS32,
};

/** The kernel of an arithmetic operator on numbers that stand for themselves. */
export const arithmeticKernel = (
  operator: Operator<ArithmeticParams>,
  type: "float32" | "int32",
  f: (a: number, b: number) => number,
): ArithmeticKernel =>
  binaryKernel({
    operator,
    type,
    prepare: ({ params }) => RANGES[type](params.activation),
    combine: (a, b, { min, max }) => clamp(f(a, b), min, max),
  });
