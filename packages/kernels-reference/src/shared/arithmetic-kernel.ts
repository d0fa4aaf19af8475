import type { ArithmeticParams, Kernel, Operator } from "@thimble/core";
import { type ActivationRange, activationRangeF32, activationRangeS32 } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type BinaryRow, type BinaryRows, forEachRow, prepareRows } from "./binary-row.ts";
import { SUFFIXES } from "./elements.ts";

/** The rows of the inputs, and the fused activation. */
export interface Arithmetic extends ActivationRange {
  readonly rows: BinaryRows;
}

export type ArithmeticKernel = Kernel<ArithmeticParams, Arithmetic>;

/** Elements that stand for themselves. */
interface Plain {
  readonly float32: Float32Array;
  readonly int32: Int32Array;
}

const RANGES = { float32: activationRangeF32, int32: activationRangeS32 } as const;

/**
 * The kernel of an arithmetic operator on elements that stand for themselves: floats, rounded once, or integers, which
 * wrap. Results are clamped behind that, as the activation says. The operator brings the loop over a row: a function of
 * two numbers would be called through a pointer, and each call would put its numbers on the heap.
 */
export const arithmeticKernel = <T extends keyof Plain>(
  operator: Operator<ArithmeticParams>,
  type: T,
  f: (row: BinaryRow, first: Plain[T], second: Plain[T], output: Plain[T]) => void,
  { ignoresActivation = false }: { readonly ignoresActivation?: boolean } = {},
): ArithmeticKernel => ({
  name: `${operator.name.toLowerCase()}_${SUFFIXES[type]}`,
  operator,
  types: `${type}, ${type} -> ${type}`,
  inPlace: [0, 1],
  prepare: (node) => ({
    rows: prepareRows(node),
    ...RANGES[type](ignoresActivation ? "NONE" : node.params.activation),
  }),
  invoke(node, { rows, min, max }) {
    const output = node.output(0).data as Plain[T];
    forEachRow(rows, f, node.input(0).data as Plain[T], node.input(1).data as Plain[T], output);
    for (let i = 0; i < output.length; i++) output[i] = clamp(output[i]!, min, max);
  },
});
