import {
  type Kernel,
  type KernelNode,
  type PrepareHost,
  type Region,
  type SoftmaxParams,
  softmax,
} from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import {
  fillInterpolatedTable,
  INTERPOLATED_TABLE_LENGTH,
  lookUpInterpolated,
} from "./arithmetic/interpolated-table.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "./arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";

interface SoftmaxS16 {
  /** e^x for −10 ≤ x ≤ 0, Q0.15. */
  readonly exponentials: Region<"int16">;
  /** 1 / (1 + x) for 0 ≤ x ≤ 1, Q0.15. */
  readonly reciprocals: Region<"int16">;
  /** From a difference to the maximum to units of 10/65535. */
  readonly factor: QuantizedMultiplier;
}

function prepareSoftmaxS16(node: KernelNode<SoftmaxParams>, host: PrepareHost): SoftmaxS16 {
  const exponentials = host.allocatePersistent("int16", INTERPOLATED_TABLE_LENGTH);
  const reciprocals = host.allocatePersistent("int16", INTERPOLATED_TABLE_LENGTH);
  fillInterpolatedTable(exponentials.data, Math.exp, -10, 0, 32768);
  fillInterpolatedTable(reciprocals.data, (x) => 1 / (1 + x), 0, 1, 32768);
  return {
    exponentials,
    reciprocals,
    factor: quantizeMultiplier((node.input(0).scale * node.params.beta) / (10 / 65535)),
  };
}

/** e^(value − greatest), Q0.15, from the table; differences under −10 count as −10. */
function exponentialOf(value: number, greatest: number, table: Int16Array, factor: QuantizedMultiplier): number {
  const scaled = multiplyByQuantizedMultiplier(value - greatest, factor.multiplier, factor.shift) + 32767;
  return lookUpInterpolated(table, clamp(scaled, -32768, 32767));
}

/** 1 ÷ sum as a fraction, Q0.15: the sum, Q16.15, is shifted to [1, 2) and looked up less 1. */
function reciprocalOf(sum: number, table: Int16Array): number {
  const shifted = ((sum << (Math.clz32(sum) - 1)) + (1 << 13)) >>> 14;
  const centered = shifted - 0x18000;
  return lookUpInterpolated(table, clamp(centered, -32768, 32767));
}

/** int16 softmax in units of 2^-15, from tables of the exponential and the reciprocal. */
export const softmaxS16: Kernel<SoftmaxParams, SoftmaxS16> = {
  name: "softmax_s16",
  operator: softmax,
  types: "int16 -> int16",
  inPlace: [0],
  prepare: prepareSoftmaxS16,
  invoke(node, { exponentials, reciprocals, factor }) {
    const { depth } = node.params;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      let greatest = -32768;
      for (let i = start; i < end; i++) if (input[i]! > greatest) greatest = input[i]!;
      let sum = 0;
      for (let i = start; i < end; i++) {
        const exponential = exponentialOf(input[i]!, greatest, exponentials.data, factor);
        output[i] = exponential;
        sum = (sum + exponential) | 0;
      }
      const scale = reciprocalOf(sum, reciprocals.data);
      const shift = 31 - Math.clz32(sum);
      for (let i = start; i < end; i++) {
        const stored = (Math.imul(output[i]!, scale) + (1 << (shift - 1))) >> shift;
        output[i] = clamp(stored, 0, 32767);
      }
    }
  },
};
