import { type Kernel, mean, type ReduceParams } from "@thimble/core";
import { type MeanQuantization, prepareMean, storeMean } from "./shared/mean-quantization.ts";

/** int8 mean; the sum has 32 bits and wraps. */
export const meanS8: Kernel<ReduceParams, MeanQuantization> = {
  name: "mean_s8",
  operator: mean,
  types: "int8, int32 -> int8",
  prepare: prepareMean,
  invoke(node, quantization) {
    const { kept, reduced } = quantization.reduction;
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    let out = 0;
    kept.rewind();
    while (kept.next()) {
      let sum = 0;
      reduced.rewind();
      while (reduced.next()) sum = (sum + input[kept.first + reduced.first]!) | 0;
      output[out++] = storeMean(sum, quantization);
    }
  },
};
