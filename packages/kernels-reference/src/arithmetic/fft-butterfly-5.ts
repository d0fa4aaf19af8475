import { add, addAndSubtract, addAndSubtractTurned, subtractFrom } from "./complex-array.ts";
import { type Butterfly, twiddleBranches } from "./fft-stage.ts";

/** Radix 5: the sums and differences of the branches 1 and 4, and 2 and 3, turned by 72 and 144 degrees. */
export const butterfly5: Butterfly = (stage, data, at, step, m) => {
  const { arithmetic, twiddles, spare } = stage;
  const cosine1 = 2 * step * m;
  const cosine2 = 2 * cosine1;
  twiddleBranches(stage, data, at, step, m, 5);
  for (let k0 = at; k0 < at + m; k0++) {
    const k1 = k0 + m;
    const k2 = k1 + m;
    const k3 = k2 + m;
    const k4 = k3 + m;
    addAndSubtract(data, k1, k4);
    addAndSubtract(data, k2, k3);
    arithmetic.multiply(spare, 0, data, k1, twiddles, cosine1);
    arithmetic.multiply(spare, 1, data, k2, twiddles, cosine2);
    arithmetic.multiply(spare, 2, data, k4, twiddles, cosine1 + 1);
    arithmetic.multiply(spare, 3, data, k3, twiddles, cosine2 + 1);
    arithmetic.multiply(spare, 4, data, k1, twiddles, cosine2);
    arithmetic.multiply(spare, 5, data, k2, twiddles, cosine1);
    arithmetic.multiply(spare, 6, data, k3, twiddles, cosine1 + 1);
    arithmetic.multiply(spare, 7, data, k4, twiddles, cosine2 + 1);
    add(spare, 0, data, k0);
    add(spare, 0, spare, 1);
    add(spare, 2, spare, 3);
    add(spare, 4, data, k0);
    add(spare, 4, spare, 5);
    subtractFrom(spare, 6, spare, 7);
    add(data, k1, data, k2);
    add(data, k0, data, k1);
    addAndSubtractTurned(data, k1, k4, spare, 0, 2);
    addAndSubtractTurned(data, k2, k3, spare, 4, 6);
  }
};
