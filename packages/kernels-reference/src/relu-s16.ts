import { type Kernel, relu } from "@thimble/core";
import { prepareRelu, type ReluQuantization, reluStored } from "./shared/relu-quantization.ts";

/** int16 rectifier, requantized. */
export const reluS16: Kernel<void, ReluQuantization> = {
  name: "relu_s16",
  operator: relu,
  types: "int16 -> int16",
  inPlace: [0],
  prepare: prepareRelu,
  invoke(node, quantization) {
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = reluStored(input[i]!, quantization);
  },
};
