import { type Kernel, maxPool2d, type Pool2DParams } from "@thimble/core";
import { activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { type Pool2DLayout, preparePool2D } from "./shared/pool-2d.ts";

/** Greatest of the taps inside the input. */
export const maxPool2dS8: Kernel<Pool2DParams, Pool2DLayout> = {
  name: "max_pool_2d_s8",
  operator: maxPool2d,
  types: "int8 -> int8",
  prepare: (node) => preparePool2D(node, activationRangeQuantized(node.params.activation, node.output(0))),
  invoke(node, { windows, depth, min, max }) {
    const { rowStep, columnStep } = windows;
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    let out = 0;
    windows.rewind();
    while (windows.next()) {
      const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
      for (let channel = 0; channel < depth; channel++) {
        let greatest = min;
        for (let row = firstRow; row < endRow; row++) {
          for (let column = firstColumn; column < endColumn; column++) {
            const value = input[origin + channel + row * rowStep + column * columnStep]!;
            if (value > greatest) greatest = value;
          }
        }
        output[out++] = Math.min(greatest, max);
      }
    }
  },
};
