import type { FftArithmetic } from "./fft-arithmetic.ts";

/** float32, rounded after each operation; nothing is scaled down. */
export const fftF32: FftArithmetic = {
  twiddle: (x) => x,
  scaleDown() {},
  divideByLength(data: Float32Array, from, length) {
    for (let i = from; i < from + length; i++) data[i] = data[i]! / length;
  },
  rotate(data: Float32Array, at, count, twiddles: Float32Array, first, step) {
    let factor = 2 * first;
    for (let i = 2 * at; i < 2 * (at + count); i += 2) {
      const real = data[i]!;
      const imaginary = data[i + 1]!;
      const cosine = twiddles[factor]!;
      const sine = twiddles[factor + 1]!;
      data[i] = Math.fround(real * cosine) - Math.fround(imaginary * sine);
      data[i + 1] = Math.fround(real * sine) + Math.fround(imaginary * cosine);
      factor += 2 * step;
    }
  },
  sumRotated(a: Float32Array, k, b: Float32Array, count, twiddles: Float32Array, step) {
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
      real = Math.fround(real + Math.fround(Math.fround(x * cosine) - Math.fround(y * sine)));
      imaginary = Math.fround(imaginary + Math.fround(Math.fround(x * sine) + Math.fround(y * cosine)));
    }
    a[2 * k] = real;
    a[2 * k + 1] = imaginary;
  },
  multiply(a: Float32Array, k, b: Float32Array, l, twiddles: Float32Array, element) {
    const factor = twiddles[element]!;
    a[2 * k] = b[2 * l]! * factor;
    a[2 * k + 1] = b[2 * l + 1]! * factor;
  },
  halve(a: Float32Array, k, b: Float32Array, l) {
    a[2 * k] = b[2 * l]! / 2;
    a[2 * k + 1] = b[2 * l + 1]! / 2;
  },
  halveSums(a: Float32Array, from, k, l, b: Float32Array) {
    a[from + 2 * k] = Math.fround(b[0]! + b[2]!) / 2;
    a[from + 2 * k + 1] = Math.fround(b[1]! + b[3]!) / 2;
    a[from + 2 * l] = Math.fround(b[0]! - b[2]!) / 2;
    a[from + 2 * l + 1] = Math.fround(b[3]! - b[1]!) / 2;
  },
};
