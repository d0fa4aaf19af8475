import { type Kernel, type LeakyReluParams, leakyRelu } from "@thimble/core";
import { type LeakyReluQuantization, leakyReluStored, prepareLeakyRelu } from "./shared/leaky-relu-quantization.ts";

/** int16 rectifier with a slope under 0, requantized. */
export const leakyReluS16: Kernel<LeakyReluParams, LeakyReluQuantization> = {
  name: "leaky_relu_s16",
  operator: leakyRelu,
  types: "int16 -> int16",
  inPlace: [0],
  prepare: prepareLeakyRelu,
  invoke(node, quantization) {
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = leakyReluStored(input[i]!, quantization);
  },
};
