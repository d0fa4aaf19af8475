import type { Tensor } from "@thimble/core";
import { describe, expect, test } from "vitest";
import { compareOutput, formatDifference } from "./compare.ts";

type Data = Float32Array | Int8Array | BigInt64Array;

const tensor = (type: string, data: Data, shape: number[] = [data.length]): Tensor =>
  ({ name: "y", type, shape, data, bytes: new Uint8Array(data.buffer) }) as unknown as Tensor;

const compare = (type: string, actual: Data, expected: Data, shape?: number[]) =>
  compareOutput(tensor(type, actual, shape), 0, new Uint8Array(expected.buffer), { tolerance: 0.01 });

describe("integers", () => {
  test("are equal or differ: the first difference is told with its place, the count and the largest", () => {
    expect(compare("int8", Int8Array.of(1, 2), Int8Array.of(1, 2))).toBeUndefined();
    const difference = compare("int8", Int8Array.of(1, 2, 3, 4, 5, 6), Int8Array.of(1, 2, 3, 5, 5, 0), [2, 3]);
    expect(difference).toMatchObject({ position: [1, 0], expected: 5, actual: 4, count: 2, size: 6, largest: 6 });
    expect(formatDifference(difference!)).toBe(
      'output 0 "y" [1, 0]: expected 5, got 4 (2 of 6 elements differ, by at most 6)',
    );
  });

  test("of 64 bits differ even where their doubles do not", () => {
    expect(compare("int64", BigInt64Array.of(2n ** 60n), BigInt64Array.of(2n ** 60n + 1n))).toMatchObject({ count: 1 });
  });
});

describe("floats", () => {
  const f32 = (...values: number[]) => Float32Array.of(...values);

  test("may differ by the tolerance times the largest magnitude", () => {
    expect(compare("float32", f32(100, 0.5), f32(100, 1.4))).toBeUndefined();
    expect(compare("float32", f32(100, 0.5), f32(100, 1.6))).toMatchObject({ position: [1] });
  });

  test("have no closer steps than the smallest that have all their digits", () => {
    const compareClosely = (actual: number, expected: number) =>
      compareOutput(tensor("float32", f32(actual)), 0, new Uint8Array(f32(expected).buffer), { tolerance: 2 ** -22 });
    expect(compareClosely(0, 2 ** -149)).toBeUndefined();
    expect(compareClosely(0, 2 ** -148)).toBeUndefined();
    expect(compareClosely(0, 2 ** -147)).toMatchObject({ count: 1 });
  });

  test.each([
    [Number.NaN, 0],
    [0, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ])("are not alike when one is %d and the other %d", (actual, expected) => {
    expect(compare("float32", f32(1, actual), f32(1, expected))).toMatchObject({ position: [1], count: 1 });
  });

  test("that are not numbers, or infinite, are like each other", () => {
    expect(compare("float32", f32(Number.NaN, 1 / 0, -0), f32(Number.NaN, 1 / 0, 0))).toBeUndefined();
  });
});

test("outputs of another size differ as a whole", () => {
  const difference = compare("int8", Int8Array.of(1, 2), Int8Array.of(1));
  expect(formatDifference(difference!)).toBe('output 0 "y": expected 1 bytes, got 2');
});
