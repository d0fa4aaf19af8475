import { type AnyKernel, type Kernel, l2Pool2d, type Pool2DParams } from "@thimble/core";
import { activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { type Pool2DLayout, preparePool2D } from "./shared/pool-2d.ts";
import { windowLead } from "./shared/window-lead.ts";

/** Square root of the mean of squares of the taps inside the input; the sum is kept in a double. */
export const l2Pool2dF32: Kernel<Pool2DParams, Pool2DLayout> = {
  name: "l2_pool_2d_f32",
  operator: l2Pool2d,
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
        let squares = 0;
        for (let row = firstRow; row < endRow; row++) {
          for (let column = firstColumn; column < endColumn; column++) {
            const value = input[origin + channel + row * rowStep + column * columnStep]!;
            squares += value * value;
          }
        }
        output[out++] = clamp(Math.sqrt(squares / count), min, max);
      }
    }
  },
};

/** L2_POOL_2D in every type. */
export const l2Pool2dKernels: readonly AnyKernel[] = [l2Pool2dF32];
