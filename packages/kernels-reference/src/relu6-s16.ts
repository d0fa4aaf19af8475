import { type Kernel, relu6 } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";

/** int16 clamp to [0, 6] in the input's quantization, which the output shares. */
export const relu6S16: Kernel<void, ActivationRange> = {
  name: "relu6_s16",
  operator: relu6,
  types: "int16 -> int16",
  prepare: (node) => activationRangeQuantized("RELU6", node.input(0)),
  invoke(node, { min, max }) {
    const input = node.input(0).data as Int16Array;
    const output = node.output(0).data as Int16Array;
    for (let i = 0; i < output.length; i++) {
      const value = input[i]!;
      output[i] = clamp(value, min, max);
    }
  },
};
