import type { Kernel, Operator } from "@thimble/core";
import { type BinaryRow, type BinaryRows, forEachRow, prepareRows } from "./binary-row.ts";

/** Stores a function of each pair of elements along a row, computed in double and rounded once. */
export type RowFunctionF32 = (row: BinaryRow, first: Float32Array, second: Float32Array, output: Float32Array) => void;

export type BinaryKernelF32 = Kernel<void, BinaryRows>;

/**
 * The float32 kernel of an operator of two inputs, which broadcast. The operator brings the loop over a row: a function
 * of two numbers would be called through a pointer, and each call would put its doubles on the heap.
 */
export const binaryKernelF32 = (operator: Operator<void>, f: RowFunctionF32): BinaryKernelF32 => ({
  name: `${operator.name.toLowerCase()}_f32`,
  operator,
  types: "float32, float32 -> float32",
  inPlace: [0, 1],
  prepare: prepareRows,
  invoke(node, rows) {
    const first = node.input(0).data as Float32Array;
    const second = node.input(1).data as Float32Array;
    forEachRow(rows, f, first, second, node.output(0).data as Float32Array);
  },
});
