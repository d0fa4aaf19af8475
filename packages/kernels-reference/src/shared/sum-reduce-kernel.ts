import { type Kernel, type KernelNode, type ReduceParams, sum } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { SUFFIXES } from "./elements.ts";
import { prepareReduction, type Reduction, tflmSumReduction } from "./reduction.ts";

/** What turns a sum of stored inputs into the stored sum. */
export interface SumReduction extends ActivationRange {
  readonly reduction: Reduction;
  /** Zero point of the input times the number of elements. */
  readonly sumOffset: number;
  readonly outputOffset: number;
  readonly factor: QuantizedMultiplier;
}

function prepareSumReduction(node: KernelNode<ReduceParams>, range: ActivationRange): SumReduction {
  const [input, output] = [node.input(0), node.output(0)];
  const reduction = prepareReduction(node);
  return {
    reduction,
    sumOffset: input.zeroPoint * reduction.count,
    outputOffset: output.zeroPoint,
    factor: quantizeMultiplier(input.scale / output.scale),
    ...range,
  };
}

/** The stored output for a sum of stored inputs; the sum of nothing is stored as 0. */
function storeReduced(total: number, data: SumReduction): number {
  if (data.reduction.count === 0) return 0;
  const centered = (total - data.sumOffset) | 0;
  const stored = multiplyByQuantizedMultiplier(centered, data.factor.multiplier, data.factor.shift) + data.outputOffset;
  return clamp(stored, data.min, data.max);
}

export type SumReduceKernel = Kernel<ReduceParams, SumReduction>;

/** The kernel of SUM for one quantized type; the sum has 32 bits and wraps. */
export const sumReduceKernel = (type: "int8" | "int16"): SumReduceKernel => ({
  name: `sum_${SUFFIXES[type]}`,
  operator: sum,
  types: `${type}, int32 -> ${type}`,
  tflmScratch: tflmSumReduction,
  prepare: (node) => prepareSumReduction(node, storedRange(type)),
  invoke(node, data) {
    const { kept, reduced } = data.reduction;
    const input = node.input(0).data as Int8Array | Int16Array;
    const output = node.output(0).data as Int8Array | Int16Array;
    let out = 0;
    kept.rewind();
    while (kept.next()) {
      let total = 0;
      reduced.rewind();
      while (reduced.next()) total = (total + input[kept.first + reduced.first]!) | 0;
      output[out++] = storeReduced(total, data);
    }
  },
});
