import { exp, type Kernel, type KernelNode, type PrepareHost, type Region } from "@thimble/core";
import {
  fillInterpolatedTable,
  INTERPOLATED_TABLE_LENGTH,
  lookUpInterpolated,
} from "./arithmetic/interpolated-table.ts";

const { fround } = Math;

/** The table over all that an int16 input stands for; float32 steps as in TFLite's `LUTPopulate<int16_t>`. */
function prepareTable(node: KernelNode<void>, host: PrepareHost): Region<"int16"> {
  const table = host.allocatePersistent("int16", INTERPOLATED_TABLE_LENGTH);
  const { scale, zeroPoint } = node.input(0);
  const output = node.output(0);
  const least = fround(output.scale * (-32768 - output.zeroPoint));
  const greatest = fround(output.scale * (32767 - output.zeroPoint));
  const inverseScale = fround(65536 / fround(greatest - least));
  const inputMin = fround(scale * (-32768 - zeroPoint));
  const inputMax = fround(scale * (32767 - zeroPoint));
  fillInterpolatedTable(table.data, Math.exp, inputMin, inputMax, inverseScale);
  return table;
}

/** int16 exponential, interpolated from a table. */
export const expS16: Kernel<void, Region<"int16">> = {
  name: "exp_s16",
  operator: exp,
  types: "int16 -> int16",
  inPlace: [0],
  beyondTflm: true,
  prepare: prepareTable,
  invoke(node, table) {
    const values = table.data;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) output[i] = lookUpInterpolated(values, input[i]!);
  },
};
