import { multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import { type LstmQuantizedKernel, lstmQuantizedKernel } from "./shared/lstm-quantized-kernel.ts";

/** int16 × int8 LSTM with 64-bit accumulators, which doubles hold exactly, and one rounding. */
export const unidirectionalSequenceLstmS16: LstmQuantizedKernel = lstmQuantizedKernel(
  "int16",
  "int64",
  multiplyByQuantizedMultiplier64,
);
