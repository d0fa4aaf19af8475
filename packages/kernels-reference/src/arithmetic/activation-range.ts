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

/** The greatest finite float32. */
export const FLOAT32_MAX: number = (2 - 2 ** -23) * 2 ** 127;

/** Integer types of stored values. */
export type StoredType = "int8" | "uint8" | "int16" | "int32";

const STORED: Readonly<Record<StoredType, ActivationRange>> = {
  int8: { min: -128, max: 127 },
  uint8: { min: 0, max: 255 },
  int16: { min: -32768, max: 32767 },
  int32: { min: -(2 ** 31), max: 2 ** 31 - 1 },
};

/** The integers that a type holds. */
export const storedRange = (type: StoredType): ActivationRange => STORED[type];

const realRange = (activation: Activation): ActivationRange => REAL[activation] ?? UNBOUNDED;

const intersect = (a: ActivationRange, b: ActivationRange): ActivationRange => ({
  min: Math.max(a.min, b.min),
  max: Math.min(a.max, b.max),
});

/** The clamp of a float operator; without an activation it still makes infinities finite. */
export const activationRangeF32 = (activation: Activation): ActivationRange =>
  intersect(realRange(activation), { min: -FLOAT32_MAX, max: FLOAT32_MAX });

/** The clamp of an operator on integers that have no scale. */
export const activationRangeS32 = (activation: Activation): ActivationRange =>
  intersect(realRange(activation), STORED.int32);

/** The clamp of a quantized operator, in the output's stored units (TFLite's `CalculateActivationRangeQuantized`). */
export function activationRangeQuantized(
  activation: Activation,
  output: { readonly type: string; readonly scale: number; readonly zeroPoint: number },
): ActivationRange {
  const { min, max } = realRange(activation);
  const quantize = (value: number) => output.zeroPoint + roundHalfAwayFromZero(Math.fround(value / output.scale));
  return intersect(STORED[output.type as StoredType], { min: quantize(min), max: quantize(max) });
}
