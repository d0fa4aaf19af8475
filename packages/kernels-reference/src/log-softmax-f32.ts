import { type Kernel, type LogSoftmaxParams, logSoftmax } from "@thimble/core";

/** float32 log softmax; the maximum is taken off first, so that no exponential overflows. */
export const logSoftmaxF32: Kernel<LogSoftmaxParams> = {
  name: "log_softmax_f32",
  operator: logSoftmax,
  types: "float32 -> float32",
  inPlace: [0],
  invoke(node) {
    const { depth } = node.params;
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let start = 0; start < output.length; start += depth) {
      const end = start + depth;
      let greatest = Number.NEGATIVE_INFINITY;
      for (let i = start; i < end; i++) if (input[i]! > greatest) greatest = input[i]!;
      let sum = 0;
      for (let i = start; i < end; i++) sum += Math.exp(input[i]! - greatest);
      const logarithm = Math.log(sum);
      for (let i = start; i < end; i++) output[i] = input[i]! - greatest - logarithm;
    }
  },
};
