import type { Kernel, Operator, ReduceParams } from "@thimble/core";
import { prepareReduction, type Reduction, tflmReduction } from "./reduction.ts";

/** Stores what a reduction makes of all inputs, an output for each stop of `kept`. */
export type ReductionF32 = (input: Float32Array, reduction: Reduction, output: Float32Array) => void;

export type ReduceKernelF32 = Kernel<ReduceParams, Reduction>;

/**
 * The float32 kernel of a reduction. The operator brings the loops: a function of two numbers would be called through a
 * pointer, and each call would put its doubles on the heap.
 */
export const reduceKernelF32 = (operator: Operator<ReduceParams>, reduce: ReductionF32): ReduceKernelF32 => ({
  name: `${operator.name.toLowerCase()}_f32`,
  operator,
  types: "float32, int32 -> float32",
  tflmScratch: tflmReduction,
  prepare: prepareReduction,
  invoke(node, reduction) {
    reduce(node.input(0).data as Float32Array, reduction, node.output(0).data as Float32Array);
  },
});
