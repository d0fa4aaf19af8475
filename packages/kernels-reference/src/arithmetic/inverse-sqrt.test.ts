import { describe, expect, it } from "vitest";
import { inverseSqrtMultiplier, inverseSqrtShift } from "./inverse-sqrt.ts";

const factor = (x: number): number => inverseSqrtMultiplier(x) * 2 ** (inverseSqrtShift(x) - 31);

describe("the fixed-point inverse square root", () => {
  it("is 1 for 1, and for 0", () => {
    expect([factor(0), factor(1)]).toEqual([1 - 2 ** -31, 1 - 2 ** -31]);
  });

  it.each([2, 3, 4, 7, 8, 9, 255, 65025, 2 ** 27, 2 ** 29 - 1, 2 ** 29, 2 ** 31 - 1])("is near for %d", (x) => {
    expect(Math.abs(factor(x) * Math.sqrt(x) - 1)).toBeLessThan(2e-6);
  });

  it("shifts to the right only", () => {
    for (let x = 1; x < 2 ** 31; x = x * 3 + 1) expect(inverseSqrtShift(x)).toBeLessThanOrEqual(0);
  });
});
