import { abs, type Kernel } from "@thimble/core";
import { type AbsQuantization, absStored, prepareAbs } from "./shared/abs-quantization.ts";

/** int16 absolute value, requantized; without a scale −32768 stays what it is, as the 16 bits of 32768. */
export const absS16: Kernel<void, AbsQuantization> = {
  name: "abs_s16",
  operator: abs,
  types: "int16 -> int16",
  inPlace: [0],
  prepare: prepareAbs,
  invoke(node, quantization) {
    const isQuantized = node.input(0).quantization !== undefined;
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++)
      output[i] = isQuantized ? absStored(input[i]!, quantization) : Math.abs(input[i]!);
  },
};
