import { type Kernel, type KernelNode, quantize } from "@thimble/core";
import { type ActivationRange, type StoredType, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";

const SUFFIXES = { int8: "s8", uint8: "u8", int16: "s16", int32: "s32" } as const;

type Stored = Int8Array | Uint8Array | Int16Array | Int32Array;

/** How QUANTIZE brings stored values to another scale and zero point. */
export interface Requantization {
  readonly inputOffset: number;
  readonly outputOffset: number;
  readonly factor: QuantizedMultiplier;
  readonly range: ActivationRange;
}

const prepareRequantization = (node: KernelNode): Requantization => ({
  inputOffset: offsetOf(node.input(0).zeroPoint),
  outputOffset: node.output(0).zeroPoint,
  factor: quantizeMultiplier(node.input(0).scale / node.output(0).scale),
  range: storedRange(node.output(0).type as StoredType),
});

export type RequantizeKernel = Kernel<void, Requantization>;

/** The kernel of QUANTIZE from one integer type to another: 32-bit, with double rounding, then clamped. */
export const requantizeKernel = (from: StoredType, to: StoredType): RequantizeKernel => ({
  name: `quantize_${SUFFIXES[from]}_${SUFFIXES[to]}`,
  operator: quantize,
  types: `${from} -> ${to}`,
  inPlace: [0],
  prepare: prepareRequantization,
  invoke(node, { inputOffset, outputOffset, factor, range }) {
    const { multiplier, shift } = factor;
    const { min, max } = range;
    const input = node.input(0).data as Stored;
    const output = node.output(0).data as Stored;
    for (let i = 0; i < output.length; i++) {
      const centered = (input[i]! + inputOffset) | 0;
      const stored = (multiplyByQuantizedMultiplier(centered, multiplier, shift) + outputOffset) | 0;
      output[i] = clamp(stored, min, max);
    }
  },
});
