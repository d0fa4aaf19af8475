import { describe, expect, test } from "vitest";
import { randomInt32 } from "../test/oracles.ts";
import { runOperator, type TestInput } from "../test/run-operator.ts";

/** Shapes of rank 1 to 5 with extents of 1, odd ones and an empty one. */
const SHAPES = [[7], [1, 9], [3, 1, 5], [2, 3, 1, 4], [2, 1, 3, 2, 3], [2, 0, 3]];

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, extent) => size * extent, 1);

/** All positions in a shape, the last dimension fastest. */
const positions = (shape: readonly number[]): number[][] =>
  shape.reduce<number[][]>(
    (heads, extent) => heads.flatMap((head) => Array.from({ length: extent }, (_, i) => [...head, i])),
    [[]],
  );

const indexOf = (shape: readonly number[], position: readonly number[]): number =>
  position.reduce((index, at, i) => index * shape[i]! + at, 0);

const counting = (shape: readonly number[]): TestInput & { type: "int8" } => ({
  type: "int8",
  shape,
  values: Array.from({ length: sizeOf(shape) }, (_, i) => (i % 251) - 125),
});

const constant = (values: readonly number[]): TestInput => ({
  type: "int32",
  shape: [values.length],
  values,
  constant: true,
});

const movedFrom = (input: TestInput, outputShape: readonly number[], source: (at: number[]) => number[]): number[] =>
  positions(outputShape).map((at) => input.values[indexOf(input.shape, source(at))]!);

describe.each(SHAPES.map((shape) => [shape]))("of shape %j", (shape) => {
  const input = counting(shape);
  const rank = shape.length;

  test("TRANSPOSE in every order that one step of rotation gives", async () => {
    for (let turn = 0; turn < rank; turn++) {
      const permutation = shape.map((_, i) => (i + turn) % rank);
      const output = { type: "int8", shape: permutation.map((d) => shape[d]!) } as const;
      const [moved] = await runOperator("TRANSPOSE", { inputs: [input, constant(permutation)], outputs: [output] });
      const expected = movedFrom(input, output.shape, (at) => shape.map((_, d) => at[permutation.indexOf(d)]!));
      expect(moved).toEqual(expected);
    }
  });

  test("REVERSE_V2 along each dimension, counted from the back", async () => {
    for (let axis = 0; axis < rank; axis++) {
      const node = { inputs: [input, constant([axis - rank])], outputs: [{ type: "int8", shape }] } as const;
      const [moved] = await runOperator("REVERSE_V2", node);
      const expected = movedFrom(input, shape, (at) => at.map((p, d) => (d === axis ? shape[d]! - 1 - p : p)));
      expect(moved).toEqual(expected);
    }
  });

  test("SLICE with a begin computed at run time", async () => {
    const begin = shape.map((extent) => Math.floor(extent / 3));
    const output = { type: "int8", shape: shape.map((extent, i) => extent - begin[i]!) } as const;
    const runTime = (values: number[]) => ({ type: "int32", shape: [rank], values }) as const;
    const node = { inputs: [input, runTime(begin), runTime(shape.map(() => -1))], outputs: [output] };
    const [moved] = await runOperator("SLICE", node);
    expect(moved).toEqual(movedFrom(input, output.shape, (at) => at.map((p, d) => p + begin[d]!)));
  });

  test("BROADCAST_TO with a new dimension in front", async () => {
    const target = [2, ...shape.map((extent) => (extent === 1 ? 3 : extent))];
    const output = { type: "int8", shape: target } as const;
    if (target.length > 5) return;
    const [moved] = await runOperator("BROADCAST_TO", { inputs: [input, constant(target)], outputs: [output] });
    const expected = movedFrom(input, target, ([, ...at]) => at.map((p, d) => (shape[d] === 1 ? 0 : p)));
    expect(moved).toEqual(expected);
  });

  test("SPLIT undoes CONCATENATION along each dimension", async () => {
    for (let axis = 0; axis < rank; axis++) {
      const twice = shape.map((extent, d) => (d === axis ? 2 * extent : extent));
      const parts = [0, 1].map((part) => movedFrom2(counting(twice), shape, axis, part));
      const node = {
        inputs: [{ ...constant([axis]), shape: [] }, counting(twice)],
        outputs: [0, 1].map(() => ({ type: "int8", shape }) as const),
        options: { type: "SplitOptions", value: { numSplits: 2 } },
      } as const;
      expect(await runOperator("SPLIT", node)).toEqual(parts);
      const joined = await runOperator("CONCATENATION", {
        inputs: parts.map((values) => ({ type: "int8", shape, values }) as const),
        outputs: [{ type: "int8", shape: twice }],
        options: { type: "ConcatenationOptions", value: { axis: axis - rank } },
      });
      expect(joined).toEqual([[...counting(twice).values]]);
    }
  });
});

const movedFrom2 = (input: TestInput, shape: readonly number[], axis: number, part: number): number[] =>
  movedFrom(input, shape, (at) => at.map((p, d) => (d === axis ? p + part * shape[d]! : p)));

describe("STRIDED_SLICE with masks", () => {
  const input = counting([2, 3, 4]);
  const run = async (entries: number[][], options: object, shape: number[]): Promise<number[]> => {
    const node = {
      inputs: [input, ...entries.map(constant)],
      outputs: [{ type: "int8", shape } as const],
      options: { type: "StridedSliceOptions", value: options } as const,
    };
    return (await runOperator("STRIDED_SLICE", node))[0]!;
  };

  test("x[..., 1] takes the dimensions that an ellipsis stands for whole", async () => {
    const moved = await run(
      [
        [0, 1],
        [0, 2],
        [1, 1],
      ],
      { ellipsisMask: 1, shrinkAxisMask: 2 },
      [2, 3],
    );
    expect(moved).toEqual(movedFrom(input, [2, 3], (at) => [...at, 1]));
  });

  test("x[1, ..., ::-2] takes every other element backwards", async () => {
    const entries = [
      [1, 0, 0],
      [2, 0, 0],
      [1, 1, -2],
    ];
    const moved = await run(entries, { ellipsisMask: 2, shrinkAxisMask: 1, beginMask: 4, endMask: 4 }, [3, 2]);
    expect(moved).toEqual(movedFrom(input, [3, 2], ([row, i]) => [1, row!, 3 - 2 * i!]));
  });

  test("x[:, newaxis, 1:] adds a dimension of 1", async () => {
    const entries = [
      [0, 0, 1],
      [0, 0, 0],
      [1, 1, 1],
    ];
    const moved = await run(entries, { newAxisMask: 2, beginMask: 1, endMask: 5 }, [2, 1, 2, 4]);
    expect(moved).toEqual(movedFrom(input, [2, 1, 2, 4], ([n, , row, column]) => [n!, row! + 1, column!]));
  });

  test("x[1] leaves the other dimensions whole", async () => {
    expect(await run([[1], [2], [1]], { shrinkAxisMask: 1 }, [3, 4])).toEqual(
      movedFrom(input, [3, 4], (at) => [1, ...at]),
    );
  });

  test("ends are relative to their begin where the output's shape needs it", async () => {
    const entries = [
      [1, 1, 2],
      [1, 2, 2],
      [1, 1, 1],
    ];
    const moved = await run(entries, { offset: true }, [1, 2, 2]);
    expect(moved).toEqual(movedFrom(input, [1, 2, 2], ([, row, column]) => [1, row! + 1, column! + 2]));
  });

  test("refuses two ellipses", async () => {
    const moved = run(
      [
        [0, 0],
        [0, 0],
        [1, 1],
      ],
      { ellipsisMask: 3 },
      [2, 3, 4],
    );
    await expect(moved).rejects.toMatchObject({ code: "NODE_INVALID" });
  });
});

describe("indices computed at run time", () => {
  const next = randomInt32(3);
  const anything = (length: number): number[] => Array.from({ length }, () => next() >> (next() & 31));

  test.each([
    ["GATHER", [4], [3], [3]],
    ["GATHER_ND", [4, 3], [2, 2], [2]],
  ] as const)("%s refuses those outside of the input or stays inside", async (operator, shape, indices, output) => {
    for (let round = 0; round < 50; round++) {
      const values = anything(sizeOf(indices));
      const node = {
        inputs: [counting(shape), { type: "int32", shape: indices, values }],
        outputs: [{ type: "int8", shape: output }],
      } as const;
      const outcome = await runOperator(operator, node).catch((error) => error.code);
      if (outcome !== "NODE_INVALID") expect(outcome[0].every((x: number) => x >= -125 && x <= -114)).toBe(true);
    }
  });

  test("DYNAMIC_UPDATE_SLICE moves starts to where the update fits", async () => {
    const node = {
      inputs: [
        { type: "int8", shape: [5], values: [0, 0, 0, 0, 0] },
        { type: "int8", shape: [2], values: [1, 2] },
        { type: "int32", shape: [1], values: [9] },
      ],
      outputs: [{ type: "int8", shape: [5] }],
    } as const;
    expect(await runOperator("DYNAMIC_UPDATE_SLICE", node)).toEqual([[0, 0, 0, 1, 2]]);
  });
});

describe("MIRROR_PAD", () => {
  const padded = (mode: "REFLECT" | "SYMMETRIC", paddings: [number, number], extent: number) =>
    runOperator("MIRROR_PAD", {
      inputs: [
        { type: "int8", shape: [3], values: [1, 2, 3] },
        { ...constant(paddings), shape: [1, 2] },
      ],
      outputs: [{ type: "int8", shape: [extent] }],
      options: { type: "MirrorPadOptions", value: { mode } },
    });

  test.each([
    ["REFLECT", [2, 2], [3, 2, 1, 2, 3, 2, 1]],
    ["SYMMETRIC", [3, 2], [3, 2, 1, 1, 2, 3, 3, 2]],
    ["REFLECT", [0, 4], [1, 2, 3, 2, 1, 1, 1]],
  ] as const)("%s by %j", async (mode, paddings, expected) => {
    expect(await padded(mode, [...paddings], expected.length)).toEqual([expected]);
  });

  test("refuses an image in front that is greater than the input", async () => {
    await expect(padded("REFLECT", [3, 0], 6)).rejects.toMatchObject({ code: "NODE_INVALID" });
  });
});
