import type { PrepareHost, Region } from "@thimble/core";
import type { FftArithmetic } from "../arithmetic/fft-arithmetic.ts";
import type { ComplexArray } from "../arithmetic/fft-stage.ts";
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

  constructor(host: PrepareHost, type: FftType, arithmetic: FftArithmetic, length: number, isInverse: boolean) {
    this.#arithmetic = arithmetic;
    this.#half = length / 2;
    this.#inner = new ComplexFft(host, type, arithmetic, this.#half, isInverse);
    this.#work = host.allocatePersistent(type, length);
    this.#twiddles = host.allocatePersistent(type, 2 * Math.floor(this.#half / 2));
    const sign = isInverse ? 1 : -1;
    fillTwiddles(this.#twiddles.data, arithmetic, (k) => sign * Math.PI * ((k + 1) / this.#half + 0.5));
  }

  /** [invoke, no allocation] The spectrum of the samples in `input`, into `output` from element `to` on. */
  forward(input: ComplexArray, output: ComplexArray, to: number): void {
    const { scaleDown, wrap, half, productReal, productImaginary } = this.#arithmetic;
    const bins = this.#half;
    const work = this.#work.data;
    const twiddles = this.#twiddles.data;
    this.#inner.transform(input, 0, work, 0);
    const even = scaleDown(work[0]!, 2);
    const odd = scaleDown(work[1]!, 2);
    output[to] = even + odd;
    output[to + 1] = 0;
    output[to + 2 * bins] = even - odd;
    output[to + 2 * bins + 1] = 0;
    for (let k = 1; k <= bins >> 1; k++) {
      const mirror = bins - k;
      const real = scaleDown(work[2 * k]!, 2);
      const imaginary = scaleDown(work[2 * k + 1]!, 2);
      const mirrorReal = scaleDown(work[2 * mirror]!, 2);
      const mirrorImaginary = scaleDown(wrap(-work[2 * mirror + 1]!), 2);
      const sumReal = wrap(real + mirrorReal);
      const sumImaginary = wrap(imaginary + mirrorImaginary);
      const differenceReal = wrap(real - mirrorReal);
      const differenceImaginary = wrap(imaginary - mirrorImaginary);
      const cosine = twiddles[2 * k - 2]!;
      const sine = twiddles[2 * k - 1]!;
      const turnReal = productReal(differenceReal, differenceImaginary, cosine, sine);
      const turnImaginary = productImaginary(differenceReal, differenceImaginary, cosine, sine);
      output[to + 2 * k] = half(sumReal + turnReal);
      output[to + 2 * k + 1] = half(sumImaginary + turnImaginary);
      output[to + 2 * mirror] = half(sumReal - turnReal);
      output[to + 2 * mirror + 1] = half(turnImaginary - sumImaginary);
    }
  }

  /** [invoke, no allocation] The samples of a spectrum in `input` from element `from` on, into `output`. */
  inverse(input: ComplexArray, from: number, output: ComplexArray, to: number): void {
    const { scaleDown, wrap, productReal, productImaginary } = this.#arithmetic;
    const bins = this.#half;
    const work = this.#work.data;
    const twiddles = this.#twiddles.data;
    work[0] = scaleDown(wrap(input[from]! + input[from + 2 * bins]!), 2);
    work[1] = scaleDown(wrap(input[from]! - input[from + 2 * bins]!), 2);
    for (let k = 1; k <= bins >> 1; k++) {
      const mirror = bins - k;
      const real = scaleDown(input[from + 2 * k]!, 2);
      const imaginary = scaleDown(input[from + 2 * k + 1]!, 2);
      const mirrorReal = scaleDown(input[from + 2 * mirror]!, 2);
      const mirrorImaginary = scaleDown(wrap(-input[from + 2 * mirror + 1]!), 2);
      const sumReal = wrap(real + mirrorReal);
      const sumImaginary = wrap(imaginary + mirrorImaginary);
      const differenceReal = wrap(real - mirrorReal);
      const differenceImaginary = wrap(imaginary - mirrorImaginary);
      const cosine = twiddles[2 * k - 2]!;
      const sine = twiddles[2 * k - 1]!;
      const turnReal = productReal(differenceReal, differenceImaginary, cosine, sine);
      const turnImaginary = productImaginary(differenceReal, differenceImaginary, cosine, sine);
      work[2 * k] = sumReal + turnReal;
      work[2 * k + 1] = sumImaginary + turnImaginary;
      work[2 * mirror] = sumReal - turnReal;
      work[2 * mirror + 1] = turnImaginary - sumImaginary;
    }
    this.#inner.transform(work, 0, output, to);
  }
}
