import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { type LstmQuantizedKernel, lstmQuantizedKernel } from "./shared/lstm-quantized-kernel.ts";

/** int8 LSTM with 32-bit accumulators and double rounding. */
export const unidirectionalSequenceLstmS8: LstmQuantizedKernel = lstmQuantizedKernel(
  "int8",
  "int32",
  (sum, multiplier, shift) => multiplyByQuantizedMultiplier(sum | 0, multiplier, shift),
);
