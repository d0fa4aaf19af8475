import { type Kernel, type Region, type SoftmaxParams, softmax } from "@thimble/core";
import { greatestS8, prepareExponentials, probability, reciprocal, sumOfExponentials } from "./shared/softmax-s8.ts";

/** int8 softmax with int8 outputs in units of 1/256, zero point −128. */
export const softmaxS8: Kernel<SoftmaxParams, Region<"int32">> = {
  name: "softmax_s8",
  operator: softmax,
  types: "int8 -> int8",
  prepare: prepareExponentials,
  invoke(node, { data: exponentials }) {
    const { depth } = node.params;
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      const greatest = greatestS8(input, start, end);
      const sum = sumOfExponentials(exponentials, input, start, end, greatest);
      const inverse = reciprocal(sum);
      for (let i = start; i < end; i++) {
        const stored = probability(exponentials[greatest - input[i]!]!, sum, inverse, 8) - 128;
        output[i] = Math.min(stored, 127);
      }
    }
  },
};
