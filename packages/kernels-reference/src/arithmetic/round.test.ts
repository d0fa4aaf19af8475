import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideRoundingHalfAwayFromZero, roundHalfAwayFromZero, roundHalfToEven } from "./round.ts";

describe("roundHalfAwayFromZero", () => {
  it("rounds halves away from zero", () => {
    expect([0.5, -0.5, 1.5, -1.5, 2.5, -2.5].map(roundHalfAwayFromZero)).toEqual([1, -1, 2, -2, 3, -3]);
  });

  it("does not round up the number just under a half", () => {
    expect(roundHalfAwayFromZero(0.49999999999999994)).toBe(0);
  });

  it("leaves large numbers and infinities as they are", () => {
    for (const x of [2 ** 52 + 1, -(2 ** 53) - 2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(roundHalfAwayFromZero(x)).toBe(x);
  });

  it("is odd, and at most a half away", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (x) => {
        const rounded = roundHalfAwayFromZero(x);
        expect(Number.isInteger(rounded) && Math.abs(rounded - x) <= 0.5).toBe(true);
        expect(roundHalfAwayFromZero(-x) + rounded).toBe(0);
      }),
    );
  });
});

describe("divideRoundingHalfAwayFromZero", () => {
  it("equals the rounded quotient", () => {
    const dividend = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
    fc.assert(
      fc.property(dividend, fc.integer({ min: 1, max: 2 ** 20 }), (a, b) => {
        expect(divideRoundingHalfAwayFromZero(a, b)).toBe(roundHalfAwayFromZero(a / b) | 0);
      }),
    );
  });
});

describe("roundHalfToEven", () => {
  it("rounds halves to the even neighbour, all else to the nearest", () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4, -2.6].map((x) => roundHalfToEven(x) + 0)).toEqual([0, 2, 2, 0, -2, 2, -3]);
  });
});
