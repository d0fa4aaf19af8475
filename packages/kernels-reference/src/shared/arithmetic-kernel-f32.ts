import type { ArithmeticParams, Kernel, Operator } from "@thimble/core";
import { type ActivationRange, activationRangeF32 } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import type { RowFunctionF32 } from "./binary-kernel-f32.ts";
import { type BinaryRows, forEachRow, prepareRows } from "./binary-row.ts";

/** The rows of the inputs, and the fused activation. */
export interface ArithmeticF32 extends ActivationRange {
  readonly rows: BinaryRows;
}

export type ArithmeticKernelF32 = Kernel<ArithmeticParams, ArithmeticF32>;

/** The float32 kernel of an arithmetic operator. Its results are clamped as floats, which the bounds are too. */
export const arithmeticKernelF32 = (operator: Operator<ArithmeticParams>, f: RowFunctionF32): ArithmeticKernelF32 => ({
  name: `${operator.name.toLowerCase()}_f32`,
  operator,
  types: "float32, float32 -> float32",
  inPlace: [0, 1],
  prepare: (node) => ({ rows: prepareRows(node), ...activationRangeF32(node.params.activation) }),
  invoke(node, { rows, min, max }) {
    const first = node.input(0).data as Float32Array;
    const second = node.input(1).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    forEachRow(rows, f, first, second, output);
    for (let i = 0; i < output.length; i++) output[i] = clamp(output[i]!, min, max);
  },
});
