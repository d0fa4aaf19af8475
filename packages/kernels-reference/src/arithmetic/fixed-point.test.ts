import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INT32_MAX, INT32_MIN } from "../../test/oracles.ts";
import {
  expOnNegativeValues,
  logisticFixedPoint,
  oneOverOnePlus,
  saturatingShiftLeft,
  tanhFixedPoint,
} from "./fixed-point.ts";

const ONE_Q0 = 2 ** 31;
const int32 = fc.oneof(fc.constantFrom(INT32_MIN, -1, 0, 1, INT32_MAX), fc.integer({ min: INT32_MIN, max: INT32_MAX }));
const bits = fc.integer({ min: 0, max: 4 });

const real = (raw: number, integerBits: number): number => raw / 2 ** (31 - integerBits);

describe("saturatingShiftLeft", () => {
  it("stops at the ends of int32", () => {
    expect([saturatingShiftLeft(1 << 30, 1), saturatingShiftLeft(-(1 << 30), 1), saturatingShiftLeft(-3, 31)]).toEqual([
      INT32_MAX,
      INT32_MIN,
      INT32_MIN,
    ]);
  });
});

describe("expOnNegativeValues", () => {
  it("is 1 at 0", () => expect(expOnNegativeValues(0, 5)).toBe(INT32_MAX));

  it("is within 2^-21 of e^a, the error of the polynomial", () => {
    const argument = int32.map((a) => -Math.abs(a) | 0);
    fc.assert(
      fc.property(argument, fc.integer({ min: 0, max: 5 }), (a, integerBits) => {
        expect(Math.abs(expOnNegativeValues(a, integerBits) / ONE_Q0 - Math.exp(real(a, integerBits)))).toBeLessThan(
          2 ** -21,
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe("oneOverOnePlus", () => {
  it("is within 2^-24 of 1 / (1 + a)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: INT32_MAX }), (a) => {
        expect(Math.abs(oneOverOnePlus(a) / ONE_Q0 - 1 / (1 + a / ONE_Q0))).toBeLessThan(2 ** -24);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("logisticFixedPoint", () => {
  it("is a half at 0", () => expect(logisticFixedPoint(0, 4)).toBe(1 << 30));

  it("is within 2^-22 of the logistic function, and of its mirror image", () => {
    fc.assert(
      fc.property(int32, bits, (a, integerBits) => {
        const result = logisticFixedPoint(a, integerBits);
        expect(Math.abs(result / ONE_Q0 - 1 / (1 + Math.exp(-real(a, integerBits))))).toBeLessThan(2 ** -22);
        if (a !== INT32_MIN && a !== 0) expect(logisticFixedPoint(-a, integerBits)).toBe(INT32_MAX - result);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("tanhFixedPoint", () => {
  it("is 0 at 0", () => expect(tanhFixedPoint(0, 4)).toBe(0));

  it("is within 2^-22 of the hyperbolic tangent, and odd", () => {
    fc.assert(
      fc.property(int32, bits, (a, integerBits) => {
        const result = tanhFixedPoint(a, integerBits);
        expect(Math.abs(result / ONE_Q0 - Math.tanh(real(a, integerBits)))).toBeLessThan(2 ** -22);
        if (a !== INT32_MIN) expect(tanhFixedPoint(-a, integerBits) + result).toBe(0);
      }),
      { numRuns: 5000 },
    );
  });
});
