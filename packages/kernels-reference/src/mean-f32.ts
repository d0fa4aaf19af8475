import { type Kernel, mean, type ReduceParams } from "@thimble/core";
import { prepareReduction, type Reduction, tflmReduction } from "./shared/reduction.ts";

/** float32 mean; the sum is kept in a double and rounded once. The mean of nothing is 0. */
export const meanF32: Kernel<ReduceParams, Reduction> = {
  name: "mean_f32",
  operator: mean,
  types: "float32, int32 -> float32",
  tflmScratch: tflmReduction,
  prepare: prepareReduction,
  invoke(node, { kept, reduced, count }) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    let out = 0;
    kept.rewind();
    while (kept.next()) {
      let sum = 0;
      reduced.rewind();
      while (reduced.next()) sum += input[kept.first + reduced.first]!;
      output[out++] = count === 0 ? 0 : sum / count;
    }
  },
};
