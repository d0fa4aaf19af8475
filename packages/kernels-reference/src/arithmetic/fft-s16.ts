import type { FftArithmetic } from "./fft-arithmetic.ts";
import { fftIntegers } from "./fft-integers.ts";

/** Q0.30 to Q0.15, rounded half up. */
const round15 = (x: number): number => (x + 0x4000) >> 15;

/** int16 in Q0.15. */
export const fftS16: FftArithmetic = {
  ...fftIntegers,
  twiddle: (x) => Math.floor(0.5 + 0x7fff * x),
  scaleDown(data: Int16Array, from, count, divisor) {
    const factor = Math.trunc(0x7fff / divisor);
    for (let i = from; i < from + count; i++) data[i] = round15(data[i]! * factor);
  },
  rotate(data: Int16Array, at, count, twiddles: Int16Array, first, step) {
    let factor = 2 * first;
    for (let i = 2 * at; i < 2 * (at + count); i += 2) {
      const real = data[i]!;
      const imaginary = data[i + 1]!;
      const cosine = twiddles[factor]!;
      const sine = twiddles[factor + 1]!;
      data[i] = round15(real * cosine - imaginary * sine);
      data[i + 1] = round15(real * sine + imaginary * cosine);
      factor += 2 * step;
    }
  },
  sumRotated(a: Int16Array, k, b: Int16Array, count, twiddles: Int16Array, step) {
    let real = b[0]!;
    let imaginary = b[1]!;
    let factor = 0;
    for (let i = 2; i < 2 * count; i += 2) {
      factor += 2 * step;
      if (factor >= twiddles.length) factor -= twiddles.length;
      const x = b[i]!;
      const y = b[i + 1]!;
      const cosine = twiddles[factor]!;
      const sine = twiddles[factor + 1]!;
      real += round15(x * cosine - y * sine);
      imaginary += round15(x * sine + y * cosine);
    }
    a[2 * k] = real;
    a[2 * k + 1] = imaginary;
  },
  multiply(a: Int16Array, k, b: Int16Array, l, twiddles: Int16Array, element) {
    const factor = twiddles[element]!;
    a[2 * k] = round15(b[2 * l]! * factor);
    a[2 * k + 1] = round15(b[2 * l + 1]! * factor);
  },
};
