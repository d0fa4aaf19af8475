import { type ComplexArray, copy } from "./complex-array.ts";
import type { FftStage } from "./fft-stage.ts";

/** A radix without a butterfly of its own: each output is the sum of all branches, each turned by its twiddle factor. */
export function butterflyAny(
  { arithmetic, spare, twiddles }: FftStage,
  data: ComplexArray,
  at: number,
  step: number,
  m: number,
  radix: number,
): void {
  for (let first = 0; first < m; first++) {
    for (let branch = 0; branch < radix; branch++) copy(spare, branch, data, at + first + branch * m);
    arithmetic.scaleDown(spare, 0, 2 * radix, radix);
    for (let out = first; out < radix * m; out += m) {
      arithmetic.sumRotated(data, at + out, spare, radix, twiddles, step * out);
    }
  }
}
