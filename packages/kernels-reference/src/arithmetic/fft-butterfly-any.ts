import type { ComplexArray, FftStage } from "./fft-stage.ts";

/** A radix without a butterfly of its own: each output is the sum of all branches, each turned by its twiddle factor. */
export function butterflyAny(
  stage: FftStage,
  data: ComplexArray,
  at: number,
  step: number,
  m: number,
  radix: number,
): void {
  const { arithmetic, spare, twiddles, length } = stage;
  for (let first = 0; first < m; first++) {
    for (let branch = 0; branch < radix; branch++) {
      const k = at + first + branch * m;
      spare[2 * branch] = arithmetic.scaleDown(data[2 * k]!, radix);
      spare[2 * branch + 1] = arithmetic.scaleDown(data[2 * k + 1]!, radix);
    }
    for (let out = first; out < radix * m; out += m) {
      let real = spare[0]!;
      let imaginary = spare[1]!;
      let factor = 0;
      for (let branch = 1; branch < radix; branch++) {
        factor += step * out;
        if (factor >= length) factor -= length;
        const cosine = twiddles[2 * factor]!;
        const sine = twiddles[2 * factor + 1]!;
        const x = spare[2 * branch]!;
        const y = spare[2 * branch + 1]!;
        real = arithmetic.wrap(real + arithmetic.productReal(x, y, cosine, sine));
        imaginary = arithmetic.wrap(imaginary + arithmetic.productImaginary(x, y, cosine, sine));
      }
      data[2 * (at + out)] = real;
      data[2 * (at + out) + 1] = imaginary;
    }
  }
}
