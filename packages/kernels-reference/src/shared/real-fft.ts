import type { PrepareHost, Region } from "@thimble/core";
import { addAndSubtract, type ComplexArray } from "../arithmetic/complex-array.ts";
import type { FftArithmetic } from "../arithmetic/fft-arithmetic.ts";
import { ComplexFft, type FftType, fillTwiddles } from "./complex-fft.ts";

/**
 * The Fourier transform of real numbers, by a complex one of half the length that takes them two by two (KISS FFT's
 * `kiss_fftr`).
 */
export class RealFft {
  readonly #arithmetic: FftArithmetic;
  /** Complex numbers of the transform inside. */
  readonly #half: number;
  readonly #inner: ComplexFft;
  readonly #work: Region<FftType>;
  readonly #twiddles: Region<FftType>;
  /** Two complex numbers. */
  readonly #pair: Region<FftType>;

  constructor(host: PrepareHost, type: FftType, arithmetic: FftArithmetic, length: number, isInverse: boolean) {
    this.#arithmetic = arithmetic;
    this.#half = length / 2;
    this.#inner = new ComplexFft(host, type, arithmetic, this.#half, isInverse);
    this.#work = host.allocatePersistent(type, length);
    this.#twiddles = host.allocatePersistent(type, 2 * Math.floor(this.#half / 2));
    this.#pair = host.allocatePersistent(type, 4);
    const sign = isInverse ? 1 : -1;
    fillTwiddles(this.#twiddles.data, arithmetic, (k) => sign * Math.PI * ((k + 1) / this.#half + 0.5));
  }

  /** [invoke, no allocation] The spectrum of the samples in `input`, into `output` from element `to` on. */
  forward(input: ComplexArray, output: ComplexArray, to: number): void {
    const bins = this.#half;
    const work = this.#work.data;
    this.#inner.transform(input, 0, work, 0);
    this.#arithmetic.scaleDown(work, 0, 2, 2);
    output[to] = work[0]! + work[1]!;
    output[to + 1] = 0;
    output[to + 2 * bins] = work[0]! - work[1]!;
    output[to + 2 * bins + 1] = 0;
    for (let k = 1; k <= bins >> 1; k++) {
      this.#separate(work, 0, k);
      this.#arithmetic.halveSums(output, to, k, bins - k, this.#pair.data);
    }
  }

  /** [invoke, no allocation] The samples of a spectrum in `input` from element `from` on, into `output`. */
  inverse(input: ComplexArray, from: number, output: ComplexArray, to: number): void {
    const bins = this.#half;
    const work = this.#work.data;
    const pair = this.#pair.data;
    work[0] = input[from]! + input[from + 2 * bins]!;
    work[1] = input[from]! - input[from + 2 * bins]!;
    this.#arithmetic.scaleDown(work, 0, 2, 2);
    for (let k = 1; k <= bins >> 1; k++) {
      const mirror = bins - k;
      this.#separate(input, from, k);
      work[2 * k] = pair[0]! + pair[2]!;
      work[2 * k + 1] = pair[1]! + pair[3]!;
      work[2 * mirror] = pair[0]! - pair[2]!;
      work[2 * mirror + 1] = pair[3]! - pair[1]!;
    }
    this.#inner.transform(work, 0, output, to);
  }

  /** The sum of bin k and the conjugate of its mirror, and their difference turned by its twiddle factor. */
  #separate(data: ComplexArray, from: number, k: number): void {
    const mirror = this.#half - k;
    const pair = this.#pair.data;
    pair[0] = data[from + 2 * k]!;
    pair[1] = data[from + 2 * k + 1]!;
    pair[2] = data[from + 2 * mirror]!;
    pair[3] = -data[from + 2 * mirror + 1]!;
    this.#arithmetic.scaleDown(pair, 0, 4, 2);
    addAndSubtract(pair, 0, 1);
    this.#arithmetic.rotate(pair, 1, 1, this.#twiddles.data, k - 1, 0);
  }
}
