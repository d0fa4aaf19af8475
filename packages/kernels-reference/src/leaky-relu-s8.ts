import { type Kernel, type LeakyReluParams, leakyRelu, type Region } from "@thimble/core";
import { leakyReluStored, prepareLeakyRelu } from "./shared/leaky-relu-quantization.ts";
import { applyTableS8, prepareTableS8 } from "./shared/table-s8.ts";

/** int8 rectifier with a slope under 0, requantized, from a table. */
export const leakyReluS8: Kernel<LeakyReluParams, Region<"int8">> = {
  name: "leaky_relu_s8",
  operator: leakyRelu,
  types: "int8 -> int8",
  inPlace: [0],
  prepare(node, host) {
    const quantization = prepareLeakyRelu(node);
    return prepareTableS8(host, (stored) => leakyReluStored(stored, quantization));
  },
  invoke(node, table) {
    applyTableS8(node, table);
  },
};
