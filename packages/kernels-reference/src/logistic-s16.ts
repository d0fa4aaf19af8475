import { type Kernel, logistic } from "@thimble/core";
import { sigmoidAt } from "./arithmetic/interpolated-sigmoid.ts";
import { prepareSigmoidalS16, type SigmoidalS16, toTableArgument } from "./shared/sigmoidal-s16.ts";

/** int16 logistic function in units of 2^-15, interpolated from a table. */
export const logisticS16: Kernel<void, SigmoidalS16> = {
  name: "logistic_s16",
  operator: logistic,
  types: "int16 -> int16",
  inPlace: [0],
  prepare: (node, host) => prepareSigmoidalS16(node, host, 0),
  invoke(node, data) {
    const table = data.table.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = sigmoidAt(table, toTableArgument(input[i]!, data));
  },
};
