import { type Kernel, logistic } from "@thimble/core";
import { prepareSigmoidalS16, type SigmoidalS16, toTableArgument } from "./shared/sigmoidal-s16.ts";

/** σ(argument), 2^12 × 3 for 1, as int16 in units of 2^-15: interpolated at steps of 2^9, mirrored for negatives. */
function sigmoidAt(table: Uint16Array, argument: number): number {
  const magnitude = Math.abs(argument);
  const index = magnitude >>> 9;
  let result = 0x7fff << 10;
  if (index < 255) {
    const start = table[index]!;
    result = (start << 9) + (magnitude & 0x1ff) * (table[index + 1]! - start);
  }
  const rounded = argument >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1;
  return rounded >>> 10;
}

/** int16 logistic function in units of 2^-15, interpolated from a table. */
export const logisticS16: Kernel<void, SigmoidalS16> = {
  name: "logistic_s16",
  operator: logistic,
  types: "int16 -> int16",
  prepare: (node, host) => prepareSigmoidalS16(node, host, 0),
  invoke(node, data) {
    const table = data.table.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = sigmoidAt(table, toTableArgument(input[i]!, data));
  },
};
