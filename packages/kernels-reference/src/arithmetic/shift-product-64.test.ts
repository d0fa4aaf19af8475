import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftProduct64 } from "./shift-product-64.ts";

const bits47 = fc.bigInt({ min: -(2n ** 47n), max: 2n ** 47n - 1n }).map(Number);

test("shiftProduct64 is wrapping int64 arithmetic for any operands", () => {
  fc.assert(
    fc.property(bits47, fc.nat(0x7fff), fc.bigInt(), fc.integer({ min: 1, max: 63 }), (a, b, any, shift) => {
      const c = BigInt.asIntN(64, any);
      const exact = BigInt.asIntN(64, BigInt(a) * BigInt(b) + c) >> BigInt(shift);
      const high = Number(BigInt.asIntN(32, c >> 32n));
      const low = Number(BigInt.asUintN(32, c));
      expect(shiftProduct64(a, b, high, low, shift)).toBe(Number(BigInt.asIntN(32, exact)));
    }),
    { numRuns: 100_000 },
  );
});
