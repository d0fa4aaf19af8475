import { addN, type Kernel } from "@thimble/core";
import { prepareRunningSum, type RunningSumQuantization } from "./shared/running-sum-quantization.ts";
import { scaleTerm, storeSum } from "./shared/sum-quantization.ts";

/** int8 sum of all inputs, which have one quantization, requantized. */
export const addNS8: Kernel<void, RunningSumQuantization> = {
  name: "add_n_s8",
  operator: addN,
  types: "int8... -> int8",
  tflmScratch: ({ inputs }) => [4 * inputs.length],
  prepare: prepareRunningSum,
  invoke(node, quantization) {
    const output = node.output(0).data as Int8Array;
    const count = node.inputs.length;
    for (let i = 0; i < output.length; i++) {
      let sum = quantization.start;
      for (let k = 0; k < count; k++)
        sum = (sum + scaleTerm((node.input(k).data as Int8Array)[i]!, quantization.first)) | 0;
      output[i] = storeSum(sum, quantization);
    }
  },
};
