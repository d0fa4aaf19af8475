import { type Kernel, type KernelNode, type LogSoftmaxParams, logSoftmax, type PrepareHost } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { logOfAtLeastOne } from "./arithmetic/log-of-at-least-one.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "./arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier, roundingDivideByPOT } from "./arithmetic/requantize.ts";
import {
  DIFFERENCE_BITS,
  differenceScale,
  type Exponentials,
  greatestS8,
  SUM_BITS,
  scaleDifference,
  sumOfExponentials,
  tabulateExponentials,
} from "./shared/softmax-s8.ts";

/** Integer bits of the output, which is in units of 1/16, zero point 127. */
const OUTPUT_BITS = 4;

interface LogSoftmaxS8 {
  readonly exponentials: Exponentials;
  /** From Q5.26 back to units of the input. */
  readonly reverse: QuantizedMultiplier;
}

function prepareLogSoftmax(node: KernelNode<LogSoftmaxParams>, host: PrepareHost): LogSoftmaxS8 {
  const scale = differenceScale(node.input(0).scale);
  return {
    exponentials: tabulateExponentials(host, scale),
    reverse: quantizeMultiplier(2 ** (31 - scale.shift) / scale.multiplier),
  };
}

/** The difference from which on the output is the least int8, less what the logarithm of the sum takes off. */
function differenceLimit(logOfSum: number, { exponentials, reverse }: LogSoftmaxS8): number {
  const reversed = multiplyByQuantizedMultiplier((logOfSum - 2 ** 31) | 0, reverse.multiplier, reverse.shift);
  return Math.min(exponentials.scale.radius + 1, -reversed);
}

/** int8 log softmax in units of 1/16. */
export const logSoftmaxS8: Kernel<LogSoftmaxParams, LogSoftmaxS8> = {
  name: "log_softmax_s8",
  operator: logSoftmax,
  types: "int8 -> int8",
  inPlace: [0],
  prepare: prepareLogSoftmax,
  invoke(node, data) {
    const { depth } = node.params;
    const { exponentials } = data;
    const input = node.input(0).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      const greatest = greatestS8(input, start, end);
      const sum = sumOfExponentials(exponentials, input, start, end, greatest);
      const logOfSum = logOfAtLeastOne(sum, SUM_BITS);
      const limit = differenceLimit(logOfSum, data);
      for (let i = start; i < end; i++) {
        const difference = greatest - input[i]!;
        const logarithm = (scaleDifference(difference, exponentials.scale) - logOfSum) | 0;
        const stored = roundingDivideByPOT(logarithm, 31 - DIFFERENCE_BITS - OUTPUT_BITS) + 127;
        output[i] = difference < limit ? clamp(stored, -128, 127) : -128;
      }
    }
  },
};
