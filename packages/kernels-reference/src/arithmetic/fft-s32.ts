import type { FftArithmetic } from "./fft-arithmetic.ts";
import { fftIntegers } from "./fft-integers.ts";

/**
 * ⌊(a × b + c × d) ÷ 2^31⌉ of int32, half rounded up, modulo 2^32. b and d are split into halves of 16 bits, so that
 * doubles hold every sum.
 */
function sumOfProducts31(a: number, b: number, c: number, d: number): number {
  const low = Math.floor((a * (b & 0xffff) + c * (d & 0xffff) + 0x40000000) / 0x10000);
  return Math.floor((a * (b >> 16) + c * (d >> 16) + low) / 0x8000) | 0;
}

const multiply31 = (a: number, b: number): number => sumOfProducts31(a, b, 0, 0);

/** int32 in Q0.31. */
export const fftS32: FftArithmetic = {
  ...fftIntegers,
  twiddle: (x) => Math.floor(0.5 + 0x7fffffff * x),
  scaleDown(data: Int32Array, from, count, divisor) {
    const factor = Math.trunc(0x7fffffff / divisor);
    for (let i = from; i < from + count; i++) data[i] = multiply31(data[i]!, factor);
  },
  rotate(data: Int32Array, at, count, twiddles: Int32Array, first, step) {
    let factor = 2 * first;
    for (let i = 2 * at; i < 2 * (at + count); i += 2) {
      const real = data[i]!;
      const imaginary = data[i + 1]!;
      const cosine = twiddles[factor]!;
      const sine = twiddles[factor + 1]!;
      data[i] = sumOfProducts31(real, cosine, -imaginary, sine);
      data[i + 1] = sumOfProducts31(real, sine, imaginary, cosine);
      factor += 2 * step;
    }
  },
  sumRotated(a: Int32Array, k, b: Int32Array, count, twiddles: Int32Array, step) {
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
      real = (real + sumOfProducts31(x, cosine, -y, sine)) | 0;
      imaginary = (imaginary + sumOfProducts31(x, sine, y, cosine)) | 0;
    }
    a[2 * k] = real;
    a[2 * k + 1] = imaginary;
  },
  multiply(a: Int32Array, k, b: Int32Array, l, twiddles: Int32Array, element) {
    const factor = twiddles[element]!;
    a[2 * k] = multiply31(b[2 * l]!, factor);
    a[2 * k + 1] = multiply31(b[2 * l + 1]!, factor);
  },
};
