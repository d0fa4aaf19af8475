import { type Kernel, type Region, tanh } from "@thimble/core";
import { tanhFixedPoint } from "./arithmetic/fixed-point.ts";
import { prepareSigmoidalS8 } from "./shared/sigmoidal-s8.ts";
import { applyTableS8 } from "./shared/table-s8.ts";

/** int8 hyperbolic tangent in units of 1/128, from a table. */
export const tanhS8: Kernel<void, Region<"int8">> = {
  name: "tanh_s8",
  operator: tanh,
  types: "int8 -> int8",
  inPlace: [0],
  prepare: (node, host) => prepareSigmoidalS8(node, host, tanhFixedPoint, { fractionalBits: 7, zeroPoint: 0 }),
  invoke(node, table) {
    applyTableS8(node, table);
  },
};
