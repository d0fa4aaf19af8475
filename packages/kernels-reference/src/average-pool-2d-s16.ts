import { averagePool2d, type Kernel, type Pool2DParams } from "@thimble/core";
import { activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { divideRoundingHalfAwayFromZero } from "./arithmetic/round.ts";
import { type Pool2DLayout, preparePool2D } from "./shared/pool-2d.ts";

/** Mean of the taps inside the input, rounded half away from zero. */
export const averagePool2dS16: Kernel<Pool2DParams, Pool2DLayout> = {
  name: "average_pool_2d_s16",
  operator: averagePool2d,
  types: "int16 -> int16",
  prepare: (node) => preparePool2D(node, activationRangeQuantized(node.params.activation, node.output(0))),
  invoke(node, { windows, depth, min, max }) {
    const { rowStep, columnStep } = windows;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    let out = 0;
    windows.rewind();
    while (windows.next()) {
      const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
      const count = (endRow - firstRow) * (endColumn - firstColumn);
      for (let channel = 0; channel < depth; channel++) {
        let sum = 0;
        for (let row = firstRow; row < endRow; row++) {
          for (let column = firstColumn; column < endColumn; column++)
            sum = (sum + input[origin + channel + row * rowStep + column * columnStep]!) | 0;
        }
        const average = divideRoundingHalfAwayFromZero(sum, count);
        output[out++] = clamp(average, min, max);
      }
    }
  },
};
