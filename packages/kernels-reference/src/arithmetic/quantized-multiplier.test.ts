import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantizeMultiplier } from "./quantized-multiplier.ts";

/** `QuantizeMultiplier` from the bits of the double: 52 of fraction, 11 of exponent. */
function fromBits(real: number): { multiplier: number; shift: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, real);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = (bits & ((1n << 52n) - 1n)) | (1n << 52n);
  let multiplier = (fraction + (1n << 21n)) >> 22n;
  let shift = exponent - 1022;
  if (multiplier === 1n << 31n) {
    multiplier >>= 1n;
    shift++;
  }
  return shift < -31 ? { multiplier: 0, shift: 0 } : { multiplier: Number(multiplier), shift };
}

const normal = fc.double({ min: 2 ** -1022, max: Number.MAX_VALUE, noNaN: true });

describe("quantizeMultiplier", () => {
  it("rounds the fraction to 31 bits, over the whole range of doubles", () => {
    fc.assert(
      fc.property(normal, (real) => {
        expect(quantizeMultiplier(real)).toEqual(fromBits(real));
      }),
      { numRuns: 2000 },
    );
  });

  it("equals the bits' reading around every power of two", () => {
    for (let exponent = -1021; exponent <= 1023; exponent++) {
      const power = 2 ** exponent;
      for (const real of [
        power,
        power * (1 - 2 ** -53),
        power * (1 - 2 ** -32),
        power * (1 - 2 ** -33),
        power * (1 + 2 ** -52),
      ])
        expect(quantizeMultiplier(real)).toEqual(fromBits(real));
    }
  });

  it("makes 0 of what is not a positive finite number, and of what is too small", () => {
    for (const real of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** -33, Number.MIN_VALUE])
      expect(quantizeMultiplier(real)).toEqual({ multiplier: 0, shift: 0 });
  });
});
