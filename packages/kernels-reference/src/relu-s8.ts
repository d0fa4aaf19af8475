import { type Kernel, type Region, relu } from "@thimble/core";
import { prepareRelu, reluStored } from "./shared/relu-quantization.ts";
import { applyTableS8, prepareTableS8 } from "./shared/table-s8.ts";

/** int8 rectifier, requantized, from a table. */
export const reluS8: Kernel<void, Region<"int8">> = {
  name: "relu_s8",
  operator: relu,
  types: "int8 -> int8",
  inPlace: [0],
  prepare(node, host) {
    const quantization = prepareRelu(node);
    return prepareTableS8(host, (stored) => reluStored(stored, quantization));
  },
  invoke(node, table) {
    applyTableS8(node, table);
  },
};
