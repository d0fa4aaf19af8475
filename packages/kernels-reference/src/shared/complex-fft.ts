import type { PrepareHost, Region } from "@thimble/core";
import type { ComplexArray } from "../arithmetic/complex-array.ts";
import type { FftArithmetic } from "../arithmetic/fft-arithmetic.ts";
import { butterfly2, butterfly3, butterfly4 } from "../arithmetic/fft-butterflies.ts";
import { butterfly5 } from "../arithmetic/fft-butterfly-5.ts";
import { butterflyAny } from "../arithmetic/fft-butterfly-any.ts";
import type { FftStage } from "../arithmetic/fft-stage.ts";

/** Element types of transforms. */
export type FftType = "int16" | "int32" | "float32";

/** Factors 4 first, then 2, then odd ones; what has none up to its root is a factor itself (KISS FFT's order). */
export function factorsOf(length: number): number[] {
  const limit = Math.floor(Math.sqrt(length));
  const factors: number[] = [];
  let factor = 4;
  let rest = length;
  do {
    while (rest % factor !== 0) {
      factor = factor === 4 ? 2 : factor === 2 ? 3 : factor + 2;
      if (factor > limit) factor = rest;
    }
    rest /= factor;
    factors.push(factor);
  } while (rest > 1);
  return factors;
}

/** Writes e^(i × phaseOf(k)) for each complex number k of a table. */
export function fillTwiddles(table: ComplexArray, { twiddle }: FftArithmetic, phaseOf: (k: number) => number): void {
  for (let k = 0; k < table.length / 2; k++) {
    table[2 * k] = twiddle(Math.cos(phaseOf(k)));
    table[2 * k + 1] = twiddle(Math.sin(phaseOf(k)));
  }
}

/** The Fourier transform of complex numbers of one type and length, by decimation in time as in KISS FFT. */
export class ComplexFft implements FftStage {
  readonly arithmetic: FftArithmetic;
  readonly isInverse: boolean;
  readonly #length: number;
  readonly #factors: readonly number[];
  readonly #twiddles: Region<FftType>;
  readonly #spare: Region<FftType>;

  constructor(host: PrepareHost, type: FftType, arithmetic: FftArithmetic, length: number, isInverse: boolean) {
    this.arithmetic = arithmetic;
    this.#length = length;
    this.isInverse = isInverse;
    this.#factors = factorsOf(length);
    this.#twiddles = host.allocatePersistent(type, 2 * length);
    this.#spare = host.allocatePersistent(type, 4 * Math.max(...this.#factors));
    const turn = ((isInverse ? 2 : -2) * Math.PI) / length;
    fillTwiddles(this.#twiddles.data, arithmetic, (k) => turn * k);
  }

  get twiddles(): ComplexArray {
    return this.#twiddles.data;
  }

  get spare(): ComplexArray {
    return this.#spare.data;
  }

  /** [invoke, no allocation] Transforms `length` complex numbers from element `from` on into those from `to` on. */
  transform(input: ComplexArray, from: number, output: ComplexArray, to: number): void {
    this.#work(input, from, output, to, 1, 0);
  }

  #work(input: ComplexArray, from: number, output: ComplexArray, to: number, step: number, level: number): void {
    const radix = this.#factors[level]!;
    const m = this.#length / (step * radix);
    for (let branch = 0; branch < radix; branch++) {
      const source = from + 2 * branch * step;
      const target = to + 2 * branch * m;
      if (m > 1) {
        this.#work(input, source, output, target, step * radix, level + 1);
      } else {
        output[target] = input[source]!;
        output[target + 1] = input[source + 1]!;
      }
    }
    this.#combine(output, to / 2, step, m, radix);
  }

  #combine(data: ComplexArray, at: number, step: number, m: number, radix: number): void {
    if (radix === 2) butterfly2(this, data, at, step, m);
    else if (radix === 3) butterfly3(this, data, at, step, m);
    else if (radix === 4) butterfly4(this, data, at, step, m);
    else if (radix === 5) butterfly5(this, data, at, step, m);
    else butterflyAny(this, data, at, step, m, radix);
  }
}
