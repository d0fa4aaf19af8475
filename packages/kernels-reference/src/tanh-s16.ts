import { type Kernel, tanh } from "@thimble/core";
import { tanhAt } from "./arithmetic/interpolated-sigmoid.ts";
import { prepareSigmoidalS16, type SigmoidalS16, toTableArgument } from "./shared/sigmoidal-s16.ts";

/** int16 hyperbolic tangent in units of 2^-15, interpolated from a table. */
export const tanhS16: Kernel<void, SigmoidalS16> = {
  name: "tanh_s16",
  operator: tanh,
  types: "int16 -> int16",
  inPlace: [0],
  prepare: (node, host) => prepareSigmoidalS16(node, host, 1),
  invoke(node, data) {
    const table = data.table.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = tanhAt(table, toTableArgument(input[i]!, data));
  },
};
