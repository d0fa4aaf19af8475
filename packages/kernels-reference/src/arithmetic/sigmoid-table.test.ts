import { expect, it } from "vitest";
import { fillSigmoidTable, SIGMOID_TABLE_LENGTH } from "./sigmoid-table.ts";

it("holds the logistic function at steps of 1/24, within 1.2 units of 2^-16", () => {
  const table = new Uint16Array(SIGMOID_TABLE_LENGTH);
  fillSigmoidTable(table);
  table.forEach((entry, i) => {
    expect(Math.abs(entry - 0x10000 / (1 + Math.exp(-i / 24)))).toBeLessThan(1.2);
  });
});

it("begins and ends as TFLite's table does", () => {
  const table = new Uint16Array(SIGMOID_TABLE_LENGTH);
  fillSigmoidTable(table);
  expect([...table.slice(0, 6)]).toEqual([32768, 33451, 34133, 34813, 35493, 36169]);
  expect([...table.slice(-4)]).toEqual([65534, 65534, 65534, 65535]);
});
