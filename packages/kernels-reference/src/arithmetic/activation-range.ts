import type { Activation } from "@thimble/core";
import { roundHalfAwayFromZero } from "./round.ts";

/** Bounds between which an operator clamps its output. */
export interface ActivationRange {
  readonly min: number;
  readonly max: number;
}

/** Real bounds of the fused activations that clamp; the others do not clamp in TFLM. */
const REAL: { readonly [A in Activation]?: ActivationRange } = {
  RELU: { min: 0, max: Number.POSITIVE_INFINITY },
  RELU6: { min: 0, max: 6 },
  RELU_N1_TO_1: { min: -1, max: 1 },
};

const UNBOUNDED: ActivationRange = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

const STORED = { int8: { min: -128, max: 127 }, uint8: { min: 0, max: 255 }, int16: { min: -32768, max: 32767 } };

/** The clamp of a float operator. */
export const activationRangeF32 = (activation: Activation): ActivationRange => REAL[activation] ?? UNBOUNDED;

/** The clamp of a quantized operator, in the output's stored units (TFLite's `CalculateActivationRangeQuantized`). */
export function activationRangeQuantized(
  activation: Activation,
  output: { readonly type: string; readonly scale: number; readonly zeroPoint: number },
): ActivationRange {
  const stored = STORED[output.type as keyof typeof STORED];
  const real = activationRangeF32(activation);
  const quantize = (value: number) => output.zeroPoint + roundHalfAwayFromZero(Math.fround(value / output.scale));
  return { min: Math.max(stored.min, quantize(real.min)), max: Math.min(stored.max, quantize(real.max)) };
}
