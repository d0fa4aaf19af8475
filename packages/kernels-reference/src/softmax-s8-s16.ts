import { type Kernel, type Region, type SoftmaxParams, softmax } from "@thimble/core";
import { greatestS8, prepareExponentials, probability, reciprocal, sumOfExponentials } from "./shared/softmax-s8.ts";

/** int8 softmax with int16 outputs in units of 1/65536, zero point −32768. */
export const softmaxS8S16: Kernel<SoftmaxParams, Region<"int32">> = {
  name: "softmax_s8_s16",
  operator: softmax,
  types: "int8 -> int16",
  prepare: prepareExponentials,
  invoke(node, { data: exponentials }) {
    const { depth } = node.params;
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int16Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      const greatest = greatestS8(input, start, end);
      const sum = sumOfExponentials(exponentials, input, start, end, greatest);
      const inverse = reciprocal(sum);
      for (let i = start; i < end; i++) {
        const stored = probability(exponentials[greatest - input[i]!]!, sum, inverse, 16) - 32768;
        output[i] = Math.min(stored, 32767);
      }
    }
  },
};
