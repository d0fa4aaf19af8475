import type { Kernel, Operator } from "@thimble/core";

/** Stores a function of each input, computed in double and rounded once. */
export type FunctionF32 = (input: Float32Array, output: Float32Array) => void;

/**
 * The float32 kernel of an operator that is a function of one number. The operator brings the loop: a function of one
 * number would be called through a pointer, and each call would put its double on the heap.
 */
export const elementwiseF32 = (operator: Operator<void>, f: FunctionF32): Kernel<void> => ({
  name: `${operator.name.toLowerCase()}_f32`,
  operator,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    f(node.input(0).data as Float32Array, node.output(0).data as Float32Array);
  },
});
