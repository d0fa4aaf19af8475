import { type Kernel, tanh } from "@thimble/core";
import { prepareSigmoidalS16, type SigmoidalS16, toTableArgument } from "./shared/sigmoidal-s16.ts";

/** tanh x = 2σ(2x) − 1 as int16 in units of 2^-15: σ interpolated at steps of 2^8, mirrored for negatives. */
function tanhAt(table: Uint16Array, argument: number): number {
  const magnitude = Math.abs(argument);
  const index = magnitude >>> 8;
  let sigmoid = 0xffff << 8;
  if (index < 255) {
    const start = table[index]!;
    sigmoid = (start << 8) + (magnitude & 0xff) * (table[index + 1]! - start);
  }
  const centered = sigmoid - (1 << 23);
  const rounded = argument >= 0 ? centered + (1 << 7) : -centered + (1 << 7) - 1;
  return rounded >> 8;
}

/** int16 hyperbolic tangent in units of 2^-15, interpolated from a table. */
export const tanhS16: Kernel<void, SigmoidalS16> = {
  name: "tanh_s16",
  operator: tanh,
  types: "int16 -> int16",
  prepare: (node, host) => prepareSigmoidalS16(node, host, 1),
  invoke(node, data) {
    const table = data.table.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = tanhAt(table, toTableArgument(input[i]!, data));
  },
};
