import fc from "fast-check";
import { expect, test } from "vitest";
import { squareRoot64 } from "./square-root.ts";

/** The digit-by-digit root, rounded up where the remainder is greater than the root, unless all its bits are ones. */
function oracle(n: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << 31n; bit > 0n; bit >>= 1n) if ((root + bit) ** 2n <= n) root += bit;
  const greatest = n < 2n ** 32n ? 0xffffn : 0xffffffffn;
  return n - root * root > root && root !== greatest ? root + 1n : root;
}

const halves = (n: bigint): [number, number] => [Number(n >> 32n), Number(BigInt.asUintN(32, n))];

const uint64 = fc
  .tuple(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.nat(63))
  .map(([n, shift]) => n >> BigInt(shift));

test("squareRoot64 rounds the root of any uint64", () => {
  fc.assert(
    fc.property(uint64, (n) => {
      expect(BigInt(squareRoot64(...halves(n)))).toBe(oracle(n));
    }),
    { numRuns: 50_000 },
  );
});

test("squareRoot64 is exact around squares and at the ends", () => {
  const roots = [1n, 2n, 0xffffn, 0x10000n, 0x10001n, 0xb504f333n, 0xfffffffen, 0xffffffffn];
  for (const root of roots)
    for (const n of [root * root - 1n, root * root, root * root + 1n, root * root + root, root * root + root + 1n])
      expect(BigInt(squareRoot64(...halves(n))), `√${n}`).toBe(oracle(n));
  expect(squareRoot64(0, 0)).toBe(0);
  expect(squareRoot64(0xffffffff, 0xffffffff)).toBe(0xffffffff);
  expect(squareRoot64(0, 0xffffffff)).toBe(0xffff);
});
