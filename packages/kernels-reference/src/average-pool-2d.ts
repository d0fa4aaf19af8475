import { type AnyKernel, averagePool2d, type Kernel, type Pool2DParams } from "@thimble/core";
import { activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";
import { divideRoundingHalfAwayFromZero } from "./arithmetic/round.ts";
import { averagePool2dF32 } from "./average-pool-2d-f32.ts";
import { type Elements, SUFFIXES } from "./shared/elements.ts";
import { type Pool2DLayout, preparePool2D } from "./shared/pool-2d.ts";
import { windowLead } from "./shared/window-lead.ts";

type AveragePoolKernel = Kernel<Pool2DParams, Pool2DLayout>;

/** Mean of the taps inside the input, rounded half away from zero. */
const averagePoolKernel = (type: "int8" | "int16"): AveragePoolKernel => ({
  name: `average_pool_2d_${SUFFIXES[type]}`,
  operator: averagePool2d,
  types: `${type} -> ${type}`,
  lead: windowLead,
  prepare: (node) => preparePool2D(node, activationRangeQuantized(node.params.activation, node.output(0))),
  invoke(node, { windows, depth, min, max }) {
    const { rowStep, columnStep } = windows;
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
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
});

export { averagePool2dF32 };
export const averagePool2dS8: AveragePoolKernel = averagePoolKernel("int8");
export const averagePool2dS16: AveragePoolKernel = averagePoolKernel("int16");

/** AVERAGE_POOL_2D in every type. */
export const averagePool2dKernels: readonly AnyKernel[] = [averagePool2dF32, averagePool2dS8, averagePool2dS16];
