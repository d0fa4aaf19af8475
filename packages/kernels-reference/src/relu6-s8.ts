import { type Kernel, relu6 } from "@thimble/core";
import { type ActivationRange, activationRangeQuantized } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";

/** int8 clamp to [0, 6] in the input's quantization, which the output shares. */
export const relu6S8: Kernel<void, ActivationRange> = {
  name: "relu6_s8",
  operator: relu6,
  types: "int8 -> int8",
  inPlace: [0],
  prepare: (node) => activationRangeQuantized("RELU6", node.input(0)),
  invoke(node, { min, max }) {
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    for (let i = 0; i < output.length; i++) {
      const value = input[i]!;
      output[i] = clamp(value, min, max);
    }
  },
};
