import type { Kernel, Operator, ReduceParams } from "@thimble/core";
import { type Elements, SUFFIXES } from "./elements.ts";
import { prepareReduction, type Reduction, tflmReduction } from "./reduction.ts";

export type ReduceKernel = Kernel<ReduceParams, Reduction>;

/** The kernel of a reduction that combines stored integers one after the other, beginning with `initial`. */
export const reduceKernel = (
  operator: Operator<ReduceParams>,
  type: "bool" | "int8" | "int16",
  initial: number,
  combine: (reduced: number, element: number) => number,
  beyondTflm = false,
): ReduceKernel => ({
  name: `${operator.name.toLowerCase()}_${SUFFIXES[type]}`,
  operator,
  types: `${type}, int32 -> ${type}`,
  beyondTflm,
  tflmScratch: tflmReduction,
  prepare: prepareReduction,
  invoke(node, { kept, reduced }) {
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    let out = 0;
    kept.rewind();
    while (kept.next()) {
      let result = initial;
      reduced.rewind();
      while (reduced.next()) result = combine(result, input[kept.first + reduced.first]!);
      output[out++] = result;
    }
  },
});
