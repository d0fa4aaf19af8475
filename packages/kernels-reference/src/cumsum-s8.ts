import { type CumsumParams, cumsum, type Kernel } from "@thimble/core";
import { type AxisLayout, axisLayouts, layoutAt } from "./shared/axis-layout.ts";
import { prepareRunningSum, type RunningSumQuantization } from "./shared/running-sum-quantization.ts";
import { scaleTerm, storeSum } from "./shared/sum-quantization.ts";

interface CumsumS8 {
  readonly layouts: readonly AxisLayout[];
  readonly quantization: RunningSumQuantization;
}

/** int8 running sums, requantized. */
export const cumsumS8: Kernel<CumsumParams, CumsumS8> = {
  name: "cumsum_s8",
  operator: cumsum,
  types: "int8, int32 -> int8",
  prepare: (node) => ({ layouts: axisLayouts(node.input(0).shape), quantization: prepareRunningSum(node) }),
  invoke(node, { layouts, quantization }) {
    const { exclusive, reverse } = node.params;
    const { outer, extent, inner } = layoutAt(node, layouts, node.input(1));
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    for (let line = 0; line < outer * inner; line++) {
      const offset = line % inner;
      const start = (line - offset) * extent + offset;
      let sum = quantization.start;
      for (let i = 0; i < extent; i++) {
        const at = start + (reverse ? extent - 1 - i : i) * inner;
        const before = sum;
        sum = (sum + scaleTerm(input[at]!, quantization.first)) | 0;
        output[at] = storeSum(exclusive ? before : sum, quantization);
      }
    }
  },
};
