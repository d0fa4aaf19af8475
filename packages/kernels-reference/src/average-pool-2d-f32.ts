import { averagePool2d, type Kernel, type Pool2DParams } from "@thimble/core";
import { activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { type Pool2DLayout, preparePool2D } from "./shared/pool-2d.ts";
import { windowLead } from "./shared/window-lead.ts";

/** Mean of the taps inside the input; the sum is kept in a double and rounded once. */
export const averagePool2dF32: Kernel<Pool2DParams, Pool2DLayout> = {
  name: "average_pool_2d_f32",
  operator: averagePool2d,
  types: "float32 -> float32",
  lead: windowLead,
  prepare: (node) => preparePool2D(node, activationRangeF32(node.params.activation)),
  invoke(node, { windows, depth, min, max }) {
    const { rowStep, columnStep } = windows;
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    let out = 0;
    windows.rewind();
    while (windows.next()) {
      const { origin, firstRow, endRow, firstColumn, endColumn } = windows;
      const count = (endRow - firstRow) * (endColumn - firstColumn);
      for (let channel = 0; channel < depth; channel++) {
        let sum = 0;
        for (let row = firstRow; row < endRow; row++) {
          for (let column = firstColumn; column < endColumn; column++)
            sum += input[origin + channel + row * rowStep + column * columnStep]!;
        }
        const average = sum / count;
        output[out++] = clamp(average, min, max);
      }
    }
  },
};
