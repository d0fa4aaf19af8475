/**
 * sin(x) for 0 ≤ x ≤ 2π by its Taylor series around π. `Math.sin` may differ between engines in the last bit, and
 * training would carry that into every weight; sums and products do not.
 */
export function sine(x: number): number {
  const centred = x - Math.PI;
  let term = -centred;
  let sum = term;
  for (let k = 1; k < 16; k++) {
    term *= -(centred * centred) / (2 * k * (2 * k + 1));
    sum += term;
  }
  return sum;
}
