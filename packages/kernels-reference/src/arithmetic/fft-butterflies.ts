import { add, addAndSubtract, addAndSubtractTurned, subtractFrom } from "./complex-array.ts";
import { type Butterfly, twiddleBranches } from "./fft-stage.ts";

/** Radix 2. */
export const butterfly2: Butterfly = (stage, data, at, step, m) => {
  twiddleBranches(stage, data, at, step, m, 2);
  for (let k = at; k < at + m; k++) addAndSubtract(data, k, k + m);
};

/** Radix 3: the sum and the difference of the branches 1 and 2, turned by 120 degrees, whose cosine is −1 / 2. */
export const butterfly3: Butterfly = (stage, data, at, step, m) => {
  const { arithmetic, twiddles, spare } = stage;
  twiddleBranches(stage, data, at, step, m, 3);
  for (let k0 = at; k0 < at + m; k0++) {
    const k1 = k0 + m;
    const k2 = k1 + m;
    addAndSubtract(data, k1, k2);
    arithmetic.halve(spare, 0, data, k1);
    subtractFrom(spare, 0, data, k0);
    arithmetic.multiply(spare, 1, data, k2, twiddles, 2 * step * m + 1);
    add(data, k0, data, k1);
    addAndSubtractTurned(data, k1, k2, spare, 0, 1);
  }
};

/** Radix 4. */
export const butterfly4: Butterfly = (stage, data, at, step, m) => {
  const { isInverse } = stage;
  twiddleBranches(stage, data, at, step, m, 4);
  for (let k0 = at; k0 < at + m; k0++) {
    const k1 = k0 + m;
    const k2 = k1 + m;
    const k3 = k2 + m;
    addAndSubtract(data, k0, k2);
    addAndSubtract(data, k1, k3);
    const oddReal = data[2 * k1]!;
    const oddImaginary = data[2 * k1 + 1]!;
    addAndSubtractTurned(data, isInverse ? k1 : k3, isInverse ? k3 : k1, data, k2, k3);
    data[2 * k2] = data[2 * k0]! - oddReal;
    data[2 * k2 + 1] = data[2 * k0 + 1]! - oddImaginary;
    data[2 * k0] = data[2 * k0]! + oddReal;
    data[2 * k0 + 1] = data[2 * k0 + 1]! + oddImaginary;
  }
};
