/** Entries of the table: the logistic function at 0, 1/24, … 255/24. */
export const SIGMOID_TABLE_LENGTH = 256;

const STEP = 1 / 24;

const sigmoid = (x: number): number => 0x10000 / (1 + Math.exp(-x));

/**
 * Fills the table that TFLite's int16 LOGISTIC and TANH interpolate: Q0.16, each entry raised by half the error that
 * interpolation would have in the middle of the interval behind it. The last is 1, as nearly as 16 bits hold it.
 */
export function fillSigmoidTable(table: Uint16Array): void {
  for (let i = 0; i < SIGMOID_TABLE_LENGTH - 1; i++) {
    const [start, middle, end] = [sigmoid(i * STEP), sigmoid((i + 0.5) * STEP), sigmoid((i + 1) * STEP)];
    table[i] = Math.round(start + (middle - (start + end) / 2) / 2);
  }
  table[SIGMOID_TABLE_LENGTH - 1] = 0xffff;
}
