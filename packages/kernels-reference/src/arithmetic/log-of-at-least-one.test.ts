import { describe, expect, it } from "vitest";
import { logOfAtLeastOne } from "./log-of-at-least-one.ts";

const INTEGER_BITS = 12;

describe("logOfAtLeastOne", () => {
  it.each([1, 1.25, 1.5, 2, Math.E, 7, 8, 9, 255, 4095])("is near ln %d", (x) => {
    const result = logOfAtLeastOne(Math.round(x * 2 ** (31 - INTEGER_BITS)), INTEGER_BITS);
    expect(Math.abs(result / 2 ** 26 - Math.log(x))).toBeLessThan(2e-6);
  });
});
