import { abs, type Kernel, type Region } from "@thimble/core";
import { absStored, prepareAbs } from "./shared/abs-quantization.ts";
import { applyTableS8, prepareTableS8 } from "./shared/table-s8.ts";

/** int8 absolute value, requantized, from a table. */
export const absS8: Kernel<void, Region<"int8">> = {
  name: "abs_s8",
  operator: abs,
  types: "int8 -> int8",
  inPlace: [0],
  prepare(node, host) {
    const quantization = prepareAbs(node);
    return prepareTableS8(host, (stored) => absStored(stored, quantization));
  },
  invoke(node, table) {
    applyTableS8(node, table);
  },
};
