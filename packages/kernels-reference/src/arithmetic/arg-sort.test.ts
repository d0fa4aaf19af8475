import fc from "fast-check";
import { expect, test } from "vitest";
import { argSortDescending } from "./arg-sort.ts";

test("argSortDescending sorts like a stable sort, any stretch of any values", () => {
  const values = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(5), (list, start) => {
      const floats = Float32Array.from([...new Array<number>(start).fill(99), ...list]);
      const order = new Int32Array(list.length);
      argSortDescending(floats, start, list.length, order);
      const expected = list.map((_, i) => i).sort((a, b) => list[b]! - list[a]! || a - b);
      expect([...order]).toEqual(expected);
    }),
    { numRuns: 5_000 },
  );
});

test("argSortDescending ends, with every index once, where values are no numbers", () => {
  const order = new Int32Array(9);
  argSortDescending(Float32Array.of(1, Number.NaN, 3, Number.NaN, 2, Number.NaN, 0, 5, Number.NaN), 0, 9, order);
  expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});
