import { type Kernel, logistic, type Region } from "@thimble/core";
import { logisticFixedPoint } from "./arithmetic/fixed-point.ts";
import { prepareSigmoidalS8 } from "./shared/sigmoidal-s8.ts";
import { applyTableS8 } from "./shared/table-s8.ts";

/** int8 logistic function in units of 1/256, from a table. */
export const logisticS8: Kernel<void, Region<"int8">> = {
  name: "logistic_s8",
  operator: logistic,
  types: "int8 -> int8",
  inPlace: [0],
  prepare: (node, host) => prepareSigmoidalS8(node, host, logisticFixedPoint, { fractionalBits: 8, zeroPoint: -128 }),
  invoke(node, table) {
    applyTableS8(node, table);
  },
};
