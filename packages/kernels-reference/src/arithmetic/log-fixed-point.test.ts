import fc from "fast-check";
import { expect, test } from "vitest";
import { fillLogTable, LOG_TABLE_LENGTH, logFixedPoint } from "./log-fixed-point.ts";

const table = new Uint16Array(LOG_TABLE_LENGTH);
fillLogTable(table);

test("the table begins, culminates and ends as TFLM's does", () => {
  expect([...table.slice(0, 6)]).toEqual([0, 224, 442, 654, 861, 1063]);
  expect(Math.max(...table)).toBe(5641);
  expect([...table.slice(-4)]).toEqual([421, 282, 142, 0]);
});

test("logFixedPoint is within a segment's rise and one unit of scale × ln x, for any uint32", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 32 - 1 }),
      fc.nat(31),
      fc.integer({ min: 1, max: 2048 }),
      (n, shift, scale) => {
        const x = Math.max(1, n >>> shift);
        expect(Math.abs(logFixedPoint(table, x, scale) - scale * Math.log(x))).toBeLessThan(
          1 + scale * (224 / 0x10000),
        );
      },
    ),
    { numRuns: 20_000 },
  );
});
