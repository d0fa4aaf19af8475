import { type PrepareHost, Region, type TensorType } from "@thimble/core";
import { describe, expect, test } from "vitest";
import { randomInt32 } from "../../test/oracles.ts";
import type { FftArithmetic } from "../arithmetic/fft-arithmetic.ts";
import { fftF32 } from "../arithmetic/fft-f32.ts";
import { fftS16 } from "../arithmetic/fft-s16.ts";
import { fftS32 } from "../arithmetic/fft-s32.ts";
import { type FftType, factorsOf } from "./complex-fft.ts";
import { RealFft } from "./real-fft.ts";

/** A host whose memory is JavaScript's: the transform is tested apart from an interpreter. */
const host = {
  allocatePersistent: (type: TensorType, length: number) => regionOf(type, length),
  requestScratch: (type: TensorType, length: number) => regionOf(type, length),
} as PrepareHost;

const ARRAYS = { int16: Int16Array, int32: Int32Array, float32: Float32Array } as const;

function regionOf(type: TensorType, length: number): Region {
  const region = new Region(type, 0);
  region.data = new ARRAYS[type as FftType](length);
  return region;
}

/** The definition: Σ x e^(−2πikn/N) for k = 0 … N / 2, pairs of real and imaginary parts. */
function spectrumOf(samples: readonly number[]): number[] {
  const n = samples.length;
  return Array.from({ length: n / 2 + 1 }, (_, k) => {
    const phases = samples.map((_, i) => (-2 * Math.PI * ((k * i) % n)) / n);
    const sum = (part: (x: number) => number) => samples.reduce((total, x, i) => total + x * part(phases[i]!), 0);
    return [sum(Math.cos), sum(Math.sin)];
  }).flat();
}

/** 2 and 4, 3, 5, the factor 7 without a butterfly of its own, products of them, and halves that are odd. */
const LENGTHS = [2, 4, 6, 8, 10, 12, 14, 18, 30, 32, 50, 64, 70, 96, 126, 256, 210];

const samplesOf = (length: number, magnitude: number): number[] => {
  const next = randomInt32(length);
  return Array.from({ length }, () => Math.trunc((next() / 2 ** 31) * magnitude));
};

const farthest = (actual: ArrayLike<number>, expected: readonly number[]): number =>
  expected.reduce((most, x, i) => Math.max(most, Math.abs(x - actual[i]!)), 0);

describe.each(LENGTHS)("a transform of %i samples", (length) => {
  test.each<[FftType, FftArithmetic, number, number]>([
    ["float32", fftF32, 1000, 0.01],
    ["int16", fftS16, 32767, 6],
    ["int32", fftS32, 2 ** 31 - 1, 6],
  ])("is a Fourier transform in %s", (type, arithmetic, magnitude, tolerance) => {
    const samples = samplesOf(length, magnitude);
    const output = new ARRAYS[type](length + 2 + 3);
    new RealFft(host, type, arithmetic, length, false).forward(ARRAYS[type].from(samples), output, 3);
    const scale = type === "float32" ? 1 : length;
    expect(
      farthest(
        output.subarray(3),
        spectrumOf(samples).map((x) => x / scale),
      ),
    ).toBeLessThan(tolerance);
    expect([...output.subarray(0, 3)]).toEqual([0, 0, 0]);
  });

  test("is undone by the inverse, which is `length` times too large", () => {
    const samples = samplesOf(length, 1000);
    const spectrum = Float32Array.from(spectrumOf(samples));
    const output = new Float32Array(length);
    new RealFft(host, "float32", fftF32, length, true).inverse(spectrum, 0, output, 0);
    expect(
      farthest(
        output,
        samples.map((x) => x * length),
      ),
    ).toBeLessThan(length * 0.01);
  });
});

test("factors are fours, then a two, then odd ones, then what is left", () => {
  expect(factorsOf(128)).toEqual([4, 4, 4, 2]);
  expect(factorsOf(90)).toEqual([2, 3, 3, 5]);
  expect(factorsOf(77)).toEqual([7, 11]);
  expect(factorsOf(1)).toEqual([1]);
});
