import type { ComplexArray } from "./complex-array.ts";

/**
 * The operations of a Fourier transform in which types differ, with KISS FFT's roundings. Numbers stay in arrays:
 * doubles that functions pass to each other may go on the heap.
 */
export interface FftArithmetic {
  /** The sine or cosine x as a twiddle factor. */
  twiddle(x: number): number;
  /** Divides `count` elements where the transform scales down as it goes, does nothing where it does not. */
  scaleDown(data: ComplexArray, from: number, count: number, divisor: number): void;
  /** Divides by its length what an inverse transform gave that did not scale down. */
  divideByLength(data: ComplexArray, from: number, length: number): void;
  /** Multiplies `count` complex numbers from `at` on by twiddle factors from `first` on, `step` apart. */
  rotate(data: ComplexArray, at: number, count: number, twiddles: ComplexArray, first: number, step: number): void;
  /** a[k] = b[0] + b[1] t[step] + b[2] t[2 step] + … of `count` complex numbers; twiddle factors t repeat. */
  sumRotated(a: ComplexArray, k: number, b: ComplexArray, count: number, twiddles: ComplexArray, step: number): void;
  /** a[k] = b[l] × an element of the twiddle factors. */
  multiply(a: ComplexArray, k: number, b: ComplexArray, l: number, twiddles: ComplexArray, element: number): void;
  /** a[k] = b[l] ÷ 2. */
  halve(a: ComplexArray, k: number, b: ComplexArray, l: number): void;
  /** a[k] = (b[0] + b[1]) ÷ 2 and a[l] the conjugate of (b[0] − b[1]) ÷ 2, where a begins at element `from`. */
  halveSums(a: ComplexArray, from: number, k: number, l: number, b: ComplexArray): void;
}
