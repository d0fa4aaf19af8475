import fc from "fast-check";
import { expect, test } from "vitest";
import { readUint32, shiftedSumOfProducts, writeInt64, writeUint32 } from "./uint64.ts";

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

test("writeInt64 writes any integer, as a bigint would be written", () => {
  const bytes = new Uint8Array(16);
  const safe = fc.tuple(fc.maxSafeInteger(), fc.nat(53)).map(([value, bits]) => Math.floor(value / 2 ** bits));
  fc.assert(
    fc.property(fc.oneof(safe, fc.constantFrom(-(2 ** 63), 2 ** 62, -(2 ** 32))), (value) => {
      writeInt64(bytes, 8, value);
      expect(new BigInt64Array(bytes.buffer)[1]).toBe(BigInt(value));
    }),
    { numRuns: 5_000 },
  );
});
