import type { Kernel, Operator, Region } from "@thimble/core";
import { clamp } from "../arithmetic/clamp.ts";
import { roundHalfAwayFromZero } from "../arithmetic/round.ts";
import { applyTableS8, prepareTableS8 } from "./table-s8.ts";

const { fround } = Math;

export type TableKernelS8 = Kernel<void, Region<"int8">>;

/**
 * The int8 kernel of a function of one real number, from a table. Each step is rounded to float32, as TFLite's
 * `LUTPopulate<int8_t>` does.
 */
export const quantizedTableS8 = (
  operator: Operator<void>,
  f: (x: number) => number,
  beyondTflm = false,
): TableKernelS8 => ({
  name: `${operator.name.toLowerCase()}_s8`,
  operator,
  types: "int8 -> int8",
  inPlace: [0],
  beyondTflm,
  prepare(node, host) {
    const [input, output] = [node.input(0), node.output(0)];
    const inverseScale = fround(1 / output.scale);
    return prepareTableS8(host, (stored) => {
      const real = fround(f(fround(input.scale * (stored - input.zeroPoint))));
      return clamp(roundHalfAwayFromZero(fround(real * inverseScale)) + output.zeroPoint, -128, 127);
    });
  },
  invoke(node, table) {
    applyTableS8(node, table);
  },
});
