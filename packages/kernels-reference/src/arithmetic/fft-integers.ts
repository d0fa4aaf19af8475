import type { FftArithmetic } from "./fft-arithmetic.ts";

type Integers = Int16Array | Int32Array;

/** What int16 and int32 do alike. */
export const fftIntegers: Pick<FftArithmetic, "divideByLength" | "halve" | "halveSums"> = {
  divideByLength() {},
  halve(a: Integers, k, b: Integers, l) {
    a[2 * k] = b[2 * l]! >> 1;
    a[2 * k + 1] = b[2 * l + 1]! >> 1;
  },
  halveSums(a: Integers, from, k, l, b: Integers) {
    a[from + 2 * k] = (b[0]! + b[2]!) >> 1;
    a[from + 2 * k + 1] = (b[1]! + b[3]!) >> 1;
    a[from + 2 * l] = (b[0]! - b[2]!) >> 1;
    a[from + 2 * l + 1] = (b[3]! - b[1]!) >> 1;
  },
};
