import fc from "fast-check";
import { expect, test } from "vitest";
import { positionOf, whereabouts } from "./whereabouts.ts";

const shapes = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 });

test("neighbours are one stretch, and each dimension counts its indices", () => {
  expect(whereabouts([1, 2, 3, 7], [2, 4])).toEqual({
    stretches: [1, 3, 7, 1],
    isCut: false,
    along: [
      [3, 1],
      [0, 1, 1, 2],
    ],
  });
});

test("a tensor without dimensions has one element", () => {
  expect(whereabouts([0], [])).toEqual({ stretches: [0, 1], isCut: false, along: [] });
});

test("stretches are all the elements, and no others", () => {
  fc.assert(
    fc.property(shapes, fc.func(fc.boolean()), (shape, isWrong) => {
      const size = shape.reduce((all, extent) => all * extent, 1);
      const elements = Array.from({ length: size }, (_, i) => i).filter(isWrong);
      const { stretches, along, isCut } = whereabouts(elements, shape);
      const told = stretches.flatMap((first, i) =>
        i % 2 === 0 ? Array.from({ length: stretches[i + 1]! }, (_, n) => first + n) : [],
      );
      expect(isCut ? elements.slice(0, told.length) : elements).toEqual(told);
      for (const counts of along) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(elements.length);
      for (const element of elements.slice(0, 1))
        expect(positionOf(element, shape).reduce((at, index, i) => at * shape[i]! + index, 0)).toBe(element);
    }),
  );
});

test("it stays small, however many elements there are", () => {
  const every = Array.from({ length: 50_000 }, (_, i) => 2 * i);
  const { stretches, isCut, along } = whereabouts(every, [100, 1000]);
  expect(stretches).toHaveLength(400);
  expect(isCut).toBe(true);
  expect(along.map(({ length }) => length)).toEqual([64, 64]);
});
