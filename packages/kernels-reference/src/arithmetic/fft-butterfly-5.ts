import { type Butterfly, scaleDown, twiddle } from "./fft-stage.ts";

/** Radix 5: the sums and differences of the branches 1 and 4, and 2 and 3, turned by 72 and 144 degrees. */
export const butterfly5: Butterfly = (stage, data, at, step, m) => {
  const { arithmetic, twiddles } = stage;
  const cosine1 = twiddles[2 * step * m]!;
  const sine1 = twiddles[2 * step * m + 1]!;
  const cosine2 = twiddles[4 * step * m]!;
  const sine2 = twiddles[4 * step * m + 1]!;
  for (let k = 0; k < m; k++) {
    const k0 = at + k;
    const k1 = k0 + m;
    const k2 = k1 + m;
    const k3 = k2 + m;
    const k4 = k3 + m;
    for (let branch = 0; branch < 5; branch++) scaleDown(stage, data, k0 + branch * m, 5);
    for (let branch = 1; branch < 5; branch++) twiddle(stage, data, k0 + branch * m, branch * step * k);
    const sum1Real = arithmetic.wrap(data[2 * k1]! + data[2 * k4]!);
    const sum1Imaginary = arithmetic.wrap(data[2 * k1 + 1]! + data[2 * k4 + 1]!);
    const sum2Real = arithmetic.wrap(data[2 * k2]! + data[2 * k3]!);
    const sum2Imaginary = arithmetic.wrap(data[2 * k2 + 1]! + data[2 * k3 + 1]!);
    const turn1Real = arithmetic.wrap(data[2 * k1]! - data[2 * k4]!);
    const turn1Imaginary = arithmetic.wrap(data[2 * k1 + 1]! - data[2 * k4 + 1]!);
    const turn2Real = arithmetic.wrap(data[2 * k2]! - data[2 * k3]!);
    const turn2Imaginary = arithmetic.wrap(data[2 * k2 + 1]! - data[2 * k3 + 1]!);
    const real = data[2 * k0]!;
    const imaginary = data[2 * k0 + 1]!;
    const outerReal = real + arithmetic.multiply(sum1Real, cosine1) + arithmetic.multiply(sum2Real, cosine2);
    const outerImaginary =
      imaginary + arithmetic.multiply(sum1Imaginary, cosine1) + arithmetic.multiply(sum2Imaginary, cosine2);
    const outerTurnReal = arithmetic.multiply(turn1Imaginary, sine1) + arithmetic.multiply(turn2Imaginary, sine2);
    const outerTurnImaginary = arithmetic.multiply(turn1Real, sine1) + arithmetic.multiply(turn2Real, sine2);
    const innerReal = real + arithmetic.multiply(sum1Real, cosine2) + arithmetic.multiply(sum2Real, cosine1);
    const innerImaginary =
      imaginary + arithmetic.multiply(sum1Imaginary, cosine2) + arithmetic.multiply(sum2Imaginary, cosine1);
    const innerTurnReal = arithmetic.multiply(turn2Imaginary, sine1) - arithmetic.multiply(turn1Imaginary, sine2);
    const innerTurnImaginary = arithmetic.multiply(turn1Real, sine2) - arithmetic.multiply(turn2Real, sine1);
    data[2 * k0] = real + sum1Real + sum2Real;
    data[2 * k0 + 1] = imaginary + sum1Imaginary + sum2Imaginary;
    data[2 * k1] = outerReal - outerTurnReal;
    data[2 * k1 + 1] = outerImaginary + outerTurnImaginary;
    data[2 * k4] = outerReal + outerTurnReal;
    data[2 * k4 + 1] = outerImaginary - outerTurnImaginary;
    data[2 * k2] = innerReal + innerTurnReal;
    data[2 * k2 + 1] = innerImaginary + innerTurnImaginary;
    data[2 * k3] = innerReal - innerTurnReal;
    data[2 * k3 + 1] = innerImaginary - innerTurnImaginary;
  }
};
