import type { ComplexArray } from "./complex-array.ts";
import type { FftArithmetic } from "./fft-arithmetic.ts";

/** What the butterflies of a transform share. */
export interface FftStage {
  readonly arithmetic: FftArithmetic;
  readonly isInverse: boolean;
  /** e^(∓2πik / length). */
  readonly twiddles: ComplexArray;
  /** Room for twice as many complex numbers as the greatest factor of the length. */
  readonly spare: ComplexArray;
}

/**
 * Combines the transforms of length m that begin at complex numbers `at`, `at` + m, … into one; twiddle factors of it
 * are `step` apart.
 */
export type Butterfly = (stage: FftStage, data: ComplexArray, at: number, step: number, m: number) => void;

/** Scales all branches down by the radix and multiplies each but the first by its twiddle factors. */
export function twiddleBranches(
  { arithmetic, twiddles }: FftStage,
  data: ComplexArray,
  at: number,
  step: number,
  m: number,
  radix: number,
): void {
  arithmetic.scaleDown(data, 2 * at, 2 * radix * m, radix);
  for (let branch = 1; branch < radix; branch++) {
    arithmetic.rotate(data, at + branch * m, m, twiddles, 0, branch * step);
  }
}
