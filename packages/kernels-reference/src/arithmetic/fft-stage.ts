import type { FftArithmetic } from "./fft-arithmetic.ts";

/** Real and imaginary parts in turns: complex number k is at 2k and 2k + 1. */
export type ComplexArray = Int16Array | Int32Array | Float32Array;

/** What the butterflies of a transform share. */
export interface FftStage {
  readonly arithmetic: FftArithmetic;
  /** Complex numbers of the whole transform. */
  readonly length: number;
  readonly isInverse: boolean;
  /** e^(∓2πik / length). */
  readonly twiddles: ComplexArray;
  /** Room for as many complex numbers as the greatest factor of the length. */
  readonly spare: ComplexArray;
}

/**
 * Combines the transforms of length m that begin at complex numbers `at`, `at` + m, … into one; twiddle factors of it
 * are `step` apart.
 */
export type Butterfly = (stage: FftStage, data: ComplexArray, at: number, step: number, m: number) => void;

/** Scales complex number k down by the radix. */
export function scaleDown({ arithmetic }: FftStage, data: ComplexArray, k: number, radix: number): void {
  data[2 * k] = arithmetic.scaleDown(data[2 * k]!, radix);
  data[2 * k + 1] = arithmetic.scaleDown(data[2 * k + 1]!, radix);
}

/** Multiplies complex number k by a twiddle factor. */
export function twiddle({ arithmetic, twiddles }: FftStage, data: ComplexArray, k: number, factor: number): void {
  const real = data[2 * k]!;
  const imaginary = data[2 * k + 1]!;
  const cosine = twiddles[2 * factor]!;
  const sine = twiddles[2 * factor + 1]!;
  data[2 * k] = arithmetic.productReal(real, imaginary, cosine, sine);
  data[2 * k + 1] = arithmetic.productImaginary(real, imaginary, cosine, sine);
}
