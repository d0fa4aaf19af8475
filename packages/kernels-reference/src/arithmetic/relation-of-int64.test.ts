import fc from "fast-check";
import { expect, test } from "vitest";
import { relationOfInt64 } from "./relation-of-int64.ts";
import { relations } from "./relations.ts";

const int64 = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
const nearby = fc.tuple(int64, fc.integer({ min: -1, max: 1 })).map(([a, by]) => [a, a + BigInt(by)] as const);
const sameUpperHalf = fc.tuple(int64, fc.nat(0xffffffff)).map(([a, low]) => [a, a ^ BigInt(low)] as const);

test("relationOfInt64 is the relation of any two bigints", () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(int64, int64), nearby, sameUpperHalf), ([a, b]) => {
      const stored = BigInt64Array.of(0n, a, b);
      const [, first, second] = stored as unknown as [bigint, bigint, bigint];
      const expected = first < second ? relations.less : first > second ? relations.greater : relations.equal;
      const bytes = new Uint8Array(stored.buffer);
      expect(relationOfInt64(bytes, 8, bytes, 16)).toBe(expected);
    }),
    { numRuns: 20_000 },
  );
});
