import { type Butterfly, scaleDown, twiddle } from "./fft-stage.ts";

/** Radix 2. */
export const butterfly2: Butterfly = (stage, data, at, step, m) => {
  for (let k = 0; k < m; k++) {
    const k0 = at + k;
    const k1 = k0 + m;
    scaleDown(stage, data, k0, 2);
    scaleDown(stage, data, k1, 2);
    twiddle(stage, data, k1, step * k);
    for (let part = 0; part < 2; part++) {
      const x0 = data[2 * k0 + part]!;
      const x1 = data[2 * k1 + part]!;
      data[2 * k1 + part] = x0 - x1;
      data[2 * k0 + part] = x0 + x1;
    }
  }
};

/** Radix 3. */
export const butterfly3: Butterfly = (stage, data, at, step, m) => {
  const { arithmetic, twiddles } = stage;
  const sine = twiddles[2 * step * m + 1]!;
  for (let k = 0; k < m; k++) {
    const k0 = at + k;
    const k1 = k0 + m;
    const k2 = k1 + m;
    scaleDown(stage, data, k0, 3);
    scaleDown(stage, data, k1, 3);
    scaleDown(stage, data, k2, 3);
    twiddle(stage, data, k1, step * k);
    twiddle(stage, data, k2, 2 * step * k);
    const sumReal = arithmetic.wrap(data[2 * k1]! + data[2 * k2]!);
    const sumImaginary = arithmetic.wrap(data[2 * k1 + 1]! + data[2 * k2 + 1]!);
    const turnReal = arithmetic.multiply(arithmetic.wrap(data[2 * k1]! - data[2 * k2]!), sine);
    const turnImaginary = arithmetic.multiply(arithmetic.wrap(data[2 * k1 + 1]! - data[2 * k2 + 1]!), sine);
    const middleReal = data[2 * k0]! - arithmetic.half(sumReal);
    const middleImaginary = data[2 * k0 + 1]! - arithmetic.half(sumImaginary);
    data[2 * k0] = data[2 * k0]! + sumReal;
    data[2 * k0 + 1] = data[2 * k0 + 1]! + sumImaginary;
    data[2 * k1] = middleReal - turnImaginary;
    data[2 * k1 + 1] = middleImaginary + turnReal;
    data[2 * k2] = middleReal + turnImaginary;
    data[2 * k2 + 1] = middleImaginary - turnReal;
  }
};

/** Radix 4. */
export const butterfly4: Butterfly = (stage, data, at, step, m) => {
  const { arithmetic } = stage;
  const sign = stage.isInverse ? -1 : 1;
  for (let k = 0; k < m; k++) {
    const k0 = at + k;
    const k1 = k0 + m;
    const k2 = k1 + m;
    const k3 = k2 + m;
    for (let branch = 0; branch < 4; branch++) scaleDown(stage, data, k0 + branch * m, 4);
    for (let branch = 1; branch < 4; branch++) twiddle(stage, data, k0 + branch * m, branch * step * k);
    const evenReal = arithmetic.wrap(data[2 * k0]! + data[2 * k2]!);
    const evenImaginary = arithmetic.wrap(data[2 * k0 + 1]! + data[2 * k2 + 1]!);
    const oddReal = arithmetic.wrap(data[2 * k1]! + data[2 * k3]!);
    const oddImaginary = arithmetic.wrap(data[2 * k1 + 1]! + data[2 * k3 + 1]!);
    const evenTurnReal = arithmetic.wrap(data[2 * k0]! - data[2 * k2]!);
    const evenTurnImaginary = arithmetic.wrap(data[2 * k0 + 1]! - data[2 * k2 + 1]!);
    const oddTurnReal = sign * arithmetic.wrap(data[2 * k1]! - data[2 * k3]!);
    const oddTurnImaginary = sign * arithmetic.wrap(data[2 * k1 + 1]! - data[2 * k3 + 1]!);
    data[2 * k0] = evenReal + oddReal;
    data[2 * k0 + 1] = evenImaginary + oddImaginary;
    data[2 * k2] = evenReal - oddReal;
    data[2 * k2 + 1] = evenImaginary - oddImaginary;
    data[2 * k1] = evenTurnReal + oddTurnImaginary;
    data[2 * k1 + 1] = evenTurnImaginary - oddTurnReal;
    data[2 * k3] = evenTurnReal - oddTurnImaginary;
    data[2 * k3 + 1] = evenTurnImaginary + oddTurnReal;
  }
};
