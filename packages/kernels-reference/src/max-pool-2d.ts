import { type AnyKernel, type Kernel, maxPool2d, type Pool2DParams } from "@thimble/core";
import { activationRangeF32, activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { type Elements, SUFFIXES } from "./shared/elements.ts";
import { type Pool2DLayout, preparePool2D } from "./shared/pool-2d.ts";
import { windowLead } from "./shared/window-lead.ts";

type MaxPoolKernel = Kernel<Pool2DParams, Pool2DLayout>;

/** Greatest of the taps inside the input. */
const maxPoolKernel = (type: "float32" | "int8" | "int16"): MaxPoolKernel => ({
  name: `max_pool_2d_${SUFFIXES[type]}`,
  operator: maxPool2d,
  types: `${type} -> ${type}`,
  lead: windowLead,
  prepare(node) {
    const { activation } = node.params;
    const isFloat = type === "float32";
    return preparePool2D(
      node,
      isFloat ? activationRangeF32(activation) : activationRangeQuantized(activation, node.output(0)),
    );
  },
  invoke(node, { windows, depth, min, max }) {
    const { rowStep, columnStep } = windows;
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
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
});

export const maxPool2dF32: MaxPoolKernel = maxPoolKernel("float32");
export const maxPool2dS8: MaxPoolKernel = maxPoolKernel("int8");
export const maxPool2dS16: MaxPoolKernel = maxPoolKernel("int16");

/** MAX_POOL_2D in every type. */
export const maxPool2dKernels: readonly AnyKernel[] = [maxPool2dF32, maxPool2dS8, maxPool2dS16];
