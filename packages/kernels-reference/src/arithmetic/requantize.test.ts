import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyMagnitude,
  divideByPowerOfTwo,
  highMul,
  INT32_MAX,
  INT32_MIN,
  multiply32,
  multiply64,
  multiplyOnce,
  randomInt32,
} from "../../test/oracles.ts";
import {
  multiplyByQuantizedMultiplier,
  multiplyByQuantizedMultiplier64,
  multiplyRoundingOnce,
  roundingDivideByPOT,
  saturatingRoundingDoublingHighMul,
} from "./requantize.ts";

const SAMPLES = 1_000_000;
const EXTREMES = [INT32_MIN, INT32_MIN + 1, -65537, -65536, -1, 0, 1, 65535, 65536, 1 << 30, INT32_MAX - 1, INT32_MAX];

const int32 = fc.oneof(fc.constantFrom(...EXTREMES), fc.integer({ min: INT32_MIN, max: INT32_MAX }));
const multiplier = fc.oneof(
  fc.constantFrom(0, 1 << 30, 0x7fff0000, 0x7ffeffff, INT32_MAX),
  fc.integer({ min: 1 << 30, max: INT32_MAX }),
);
const int48 = fc.oneof(
  fc.constantFrom(-(2 ** 47), 2 ** 47 - 1, 0, -1),
  fc.maxSafeInteger().map((x) => Math.trunc(x / 64)),
);

describe("saturatingRoundingDoublingHighMul", () => {
  it("saturates the one product that does not fit", () => {
    expect(saturatingRoundingDoublingHighMul(INT32_MIN, INT32_MIN)).toBe(INT32_MAX);
  });

  it("equals gemmlowp's definition", () => {
    fc.assert(fc.property(int32, int32, (a, b) => saturatingRoundingDoublingHighMul(a, b) === highMul(a, b)));
  });

  it("equals gemmlowp's definition for all pairs of extremes and for many samples", () => {
    for (const a of EXTREMES)
      for (const b of EXTREMES) expect([a, b, saturatingRoundingDoublingHighMul(a, b)]).toEqual([a, b, highMul(a, b)]);
    const next = randomInt32(1);
    let wrong = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const [a, b] = [anyMagnitude(next), anyMagnitude(next)];
      if (saturatingRoundingDoublingHighMul(a, b) !== highMul(a, b)) wrong++;
    }
    expect(wrong).toBe(0);
  });
});

describe("roundingDivideByPOT", () => {
  const exponent = fc.integer({ min: 0, max: 31 });

  it("rounds half away from zero", () => {
    expect([5, -5, 6, -6].map((x) => roundingDivideByPOT(x, 1))).toEqual([3, -3, 3, -3]);
  });

  it("equals division with integers of any size", () => {
    fc.assert(fc.property(int32, exponent, (x, e) => roundingDivideByPOT(x, e) === divideByPowerOfTwo(x, e)));
  });

  it("equals it for the extremes under every exponent and for many samples", () => {
    for (const x of EXTREMES)
      for (let e = 0; e <= 31; e++) expect([x, e, roundingDivideByPOT(x, e)]).toEqual([x, e, divideByPowerOfTwo(x, e)]);
    const next = randomInt32(2);
    let wrong = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const [x, e] = [anyMagnitude(next), next() & 31];
      if (roundingDivideByPOT(x, e) !== divideByPowerOfTwo(x, e)) wrong++;
    }
    expect(wrong).toBe(0);
  });
});

describe("multiplyByQuantizedMultiplier", () => {
  it("equals double rounding with integers of any size, for shifts to the left too", () => {
    const shift = fc.integer({ min: -31, max: 30 });
    fc.assert(
      fc.property(
        int32,
        multiplier,
        shift,
        (x, m, s) => multiplyByQuantizedMultiplier(x, m, s) === multiply32(x, m, s),
      ),
    );
  });

  it("equals it for many samples", () => {
    const next = randomInt32(3);
    let wrong = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const [x, m, s] = [anyMagnitude(next), (next() & 0x3fffffff) | 0x40000000, (next() & 31) - 24];
      if (multiplyByQuantizedMultiplier(x, m, s) !== multiply32(x, m, s)) wrong++;
    }
    expect(wrong).toBe(0);
  });
});

describe("multiplyRoundingOnce", () => {
  it("equals one rounding with integers of any size, for shifts to the left too", () => {
    const shift = fc.integer({ min: -31, max: 30 });
    fc.assert(
      fc.property(int32, multiplier, shift, (x, m, s) => multiplyRoundingOnce(x, m, s) === multiplyOnce(x, m, s)),
    );
  });

  it("equals it for many samples", () => {
    const next = randomInt32(5);
    let wrong = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const [x, m, s] = [anyMagnitude(next), (next() & 0x3fffffff) | 0x40000000, (next() & 31) - 24];
      if (multiplyRoundingOnce(x, m, s) !== multiplyOnce(x, m, s)) wrong++;
    }
    expect(wrong).toBe(0);
  });
});

describe("multiplyByQuantizedMultiplier64", () => {
  it("equals single rounding with integers of any size", () => {
    const shift = fc.integer({ min: -31, max: 7 });
    fc.assert(
      fc.property(
        int48,
        multiplier,
        shift,
        (x, m, s) => multiplyByQuantizedMultiplier64(x, m, s) === multiply64(x, m, s),
      ),
    );
  });

  it("equals it for many samples", () => {
    const next = randomInt32(4);
    let wrong = 0;
    for (let i = 0; i < SAMPLES; i++) {
      const x = anyMagnitude(next) * 0x10000 + (next() & 0xffff);
      const [m, s] = [(next() & 0x3fffffff) | 0x40000000, ((next() >>> 0) % 39) - 31];
      if (multiplyByQuantizedMultiplier64(x, m, s) !== multiply64(x, m, s)) wrong++;
    }
    expect(wrong).toBe(0);
  });
});
