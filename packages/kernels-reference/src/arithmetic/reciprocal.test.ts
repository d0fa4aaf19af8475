import { describe, expect, it } from "vitest";
import { reciprocal, reciprocalShift } from "./reciprocal.ts";

describe("reciprocal", () => {
  it.each([1, 2, 3, 7, 8, 9, 255, 2 ** 19 + 1, 2 ** 31 - 1])("is near 1 / %d", (x) => {
    const exact = reciprocal(x) * 2 ** -31 * 2 ** -reciprocalShift(x);
    expect(Math.abs(exact * x - 1)).toBeLessThan(1e-8);
  });
});
