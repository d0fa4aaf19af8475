import fc from "fast-check";
import { expect, test } from "vitest";
import { integerAt } from "./integer-at.ts";

const check = <T>(arbitrary: fc.Arbitrary<T>, store: (value: T) => ArrayBufferView, width: number): void =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      const { buffer } = store(value);
      expect(BigInt(integerAt(new Uint8Array(buffer), width, 1))).toBe(BigInt(value as bigint | number));
    }),
    { numRuns: 20_000 },
  );

test("integerAt reads any int64 that a double holds, as a bigint would be read", () => {
  const exact = fc.bigInt(-(2n ** 53n), 2n ** 53n);
  const anyMagnitude = fc.tuple(exact, fc.nat(53)).map(([value, bits]) => value >> BigInt(bits));
  check(anyMagnitude, (value) => BigInt64Array.of(-1n, value, 1n), 8);
});

test("integerAt reads int32", () => {
  check(fc.integer(), (value) => Int32Array.of(-1, value, 1), 4);
});

test("integerAt reads int16", () => {
  check(fc.integer({ min: -32768, max: 32767 }), (value) => Int16Array.of(-1, value, 1), 2);
});
