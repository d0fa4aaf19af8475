import fc from "fast-check";
import { expect, test } from "vitest";
import { readUint32, shiftedSumOfProducts, writeUint32 } from "./uint64.ts";

const uint32 = fc.nat(0xffffffff);

test("shiftedSumOfProducts is wrapping uint64 arithmetic for any operands", () => {
  fc.assert(
    fc.property(uint32, uint32, uint32, uint32, fc.nat(63), (a, b, c, d, shift) => {
      const sum = BigInt.asUintN(64, BigInt(a) * BigInt(b) + BigInt(c) * BigInt(d));
      expect(shiftedSumOfProducts(a, b, c, d, shift)).toBe(Number(BigInt.asUintN(32, sum >> BigInt(shift))));
    }),
    { numRuns: 50_000 },
  );
});

test("writeUint32 writes the low 32 bits of any integer, readUint32 reads them", () => {
  const bytes = new Uint8Array(6);
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      writeUint32(bytes, 1, value);
      expect(readUint32(bytes, 1)).toBe(Number(BigInt.asUintN(32, BigInt(value))));
      expect([bytes[0], bytes[5]]).toEqual([0, 0]);
    }),
    { numRuns: 5_000 },
  );
});
