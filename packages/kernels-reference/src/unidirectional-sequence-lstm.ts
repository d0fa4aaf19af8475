import type { AnyKernel } from "@thimble/core";
import { unidirectionalSequenceLstmF32 } from "./unidirectional-sequence-lstm-f32.ts";
import { unidirectionalSequenceLstmS8 } from "./unidirectional-sequence-lstm-s8.ts";
import { unidirectionalSequenceLstmS16 } from "./unidirectional-sequence-lstm-s16.ts";

export { unidirectionalSequenceLstmF32, unidirectionalSequenceLstmS8, unidirectionalSequenceLstmS16 };

/** UNIDIRECTIONAL_SEQUENCE_LSTM in every type. */
export const unidirectionalSequenceLstmKernels: readonly AnyKernel[] = [
  unidirectionalSequenceLstmF32,
  unidirectionalSequenceLstmS8,
  unidirectionalSequenceLstmS16,
];
