import { type Kernel, mean, type ReduceParams } from "@thimble/core";
import { type MeanQuantization, prepareMean, storeMean } from "./shared/mean-quantization.ts";

/** int16 mean; the sum has 32 bits and wraps. */
export const meanS16: Kernel<ReduceParams, MeanQuantization> = {
  name: "mean_s16",
  operator: mean,
  types: "int16, int32 -> int16",
  prepare: prepareMean,
  invoke(node, quantization) {
    const { kept, reduced } = quantization.reduction;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
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
