import { type Kernel, type SoftmaxParams, softmax } from "@thimble/core";
import { storedRange } from "./arithmetic/activation-range.ts";
import { reciprocal } from "./arithmetic/reciprocal.ts";
import {
  differenceScale,
  type Exponentials,
  exponentialAt,
  greatestS8,
  prepareExponentials,
  probability,
  sumOfExponentials,
} from "./shared/softmax-s8.ts";

type SoftmaxKernel = Kernel<SoftmaxParams, Exponentials>;

/** Softmax of int8 inputs; outputs of `bits` bits in units of 2^-bits, their zero point the least they can store. */
const softmaxKernel = (name: string, outputType: "int8" | "int16", bits: number): SoftmaxKernel => ({
  name,
  operator: softmax,
  types: `int8 -> ${outputType}`,
  inPlace: [0],
  prepare: (node, host) => prepareExponentials(node, host, differenceScale(node.params.beta * node.input(0).scale)),
  invoke(node, exponentials) {
    const { depth } = node.params;
    const { min, max } = storedRange(outputType);
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array | Int16Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      const greatest = greatestS8(input, start, end);
      const sum = sumOfExponentials(exponentials, input, start, end, greatest);
      const inverse = reciprocal(sum);
      for (let i = start; i < end; i++) {
        const stored = probability(exponentialAt(greatest - input[i]!, exponentials), sum, inverse, bits) + min;
        output[i] = Math.min(stored, max);
      }
    }
  },
});

export const softmaxS8: SoftmaxKernel = softmaxKernel("softmax_s8", "int8", 8);
export const softmaxS8S16: SoftmaxKernel = softmaxKernel("softmax_s8_s16", "int16", 16);
