import { type AnyKernel, type Kernel, mean, type ReduceParams } from "@thimble/core";
import { meanF32 } from "./mean-f32.ts";
import { type Elements, SUFFIXES } from "./shared/elements.ts";
import { type MeanQuantization, prepareMean, storeMean } from "./shared/mean-quantization.ts";
import { tflmSumReduction } from "./shared/reduction.ts";

type MeanKernel = Kernel<ReduceParams, MeanQuantization>;

/** The mean of a quantized type; the sum has 32 bits and wraps. */
const meanKernel = (type: "int8" | "int16"): MeanKernel => ({
  name: `mean_${SUFFIXES[type]}`,
  operator: mean,
  types: `${type}, int32 -> ${type}`,
  tflmScratch: tflmSumReduction,
  prepare: prepareMean,
  invoke(node, quantization) {
    const { kept, reduced } = quantization.reduction;
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    let out = 0;
    kept.rewind();
    while (kept.next()) {
      let sum = 0;
      reduced.rewind();
      while (reduced.next()) sum = (sum + input[kept.first + reduced.first]!) | 0;
      output[out++] = storeMean(sum, quantization);
    }
  },
});

export { meanF32 };
export const meanS8: MeanKernel = meanKernel("int8");
export const meanS16: MeanKernel = meanKernel("int16");

/** MEAN in every type. */
export const meanKernels: readonly AnyKernel[] = [meanF32, meanS8, meanS16];
