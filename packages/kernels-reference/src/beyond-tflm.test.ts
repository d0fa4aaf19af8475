import { describe, expect, test } from "vitest";
import { runOperator, type TestNode } from "../test/run-operator.ts";

const s8 = (values: number[], shape = [values.length], quantization: [number, number] = [0.5, 0]) =>
  ({ type: "int8", shape, values, quantization }) as const;
const s16 = (values: number[], shape = [values.length], quantization: [number, number] = [2 ** -10, 0]) =>
  ({ type: "int16", shape, values, quantization }) as const;
const s32 = (values: number[], shape = [values.length]) => ({ type: "int32", shape, values }) as const;
const s64 = (values: number[], shape = [values.length]) => ({ type: "int64", shape, values }) as const;
const f32 = (values: number[], shape = [values.length]) => ({ type: "float32", shape, values }) as const;
const constant = (values: number[], shape = [values.length]) => ({ ...s32(values, shape), constant: true });
const int64 = (shape: number[]) => ({ type: "int64", shape }) as const;
const bool = (shape: number[]) => ({ type: "bool", shape }) as const;

type Row = readonly [title: string, operator: Parameters<typeof runOperator>[0], node: TestNode, expected: number[]];

const column = [2, 1];

const ROWS: readonly Row[] = [
  [
    "compares int16 stored values",
    "LESS",
    { inputs: [s16([-5, 3, 7]), s16([-4, 3, 6])], outputs: [bool([3])] },
    [1, 0, 0],
  ],
  [
    "compares int16 with a column",
    "EQUAL",
    { inputs: [s16([1, 2, 3]), s16([3, 1], column)], outputs: [bool([2, 3])] },
    [0, 0, 1, 1, 0, 0],
  ],
  [
    "compares int16 with a scalar in front",
    "GREATER_EQUAL",
    { inputs: [s16([2], []), s16([1, 2, 3])], outputs: [bool([3])] },
    [1, 1, 0],
  ],
  [
    "negates int8 around its zero point",
    "NEG",
    { inputs: [s8([-128, -1, 0, 127], [4], [0.5, -1])], outputs: [s8([], [4], [0.5, -1])] },
    [126, -1, -2, -128],
  ],
  [
    "negates int16 into twice the scale",
    "NEG",
    { inputs: [s16([-32768, 4, -4])], outputs: [s16([], [3], [2 ** -9, 0])] },
    [16384, -2, 2],
  ],
  [
    "divides int8 toward minus infinity",
    "FLOOR_DIV",
    { inputs: [s8([7, -7, 7, -7]), s8([2, 2, -2, -2])], outputs: [s8([], [4])] },
    [3, -4, -4, 3],
  ],
  [
    "divides int32 by a scalar",
    "FLOOR_DIV",
    { inputs: [s32([-(2 ** 31), 2 ** 31 - 1]), s32([3], [])], outputs: [s32([], [2])] },
    [-715827883, 715827882],
  ],
  [
    "takes int32 remainders with the divisor's sign",
    "FLOOR_MOD",
    { inputs: [s32([7, -7, 7, -7, 6]), s32([3, 3, -3, -3, -3])], outputs: [s32([], [5])] },
    [1, 2, -2, -1, 0],
  ],
  ["takes int16 remainders", "FLOOR_MOD", { inputs: [s16([-32768]), s16([32767])], outputs: [s16([], [1])] }, [32766]],
  ["casts floats to bool", "CAST", { inputs: [f32([0, -0, 0.25, Number.NaN])], outputs: [bool([4])] }, [0, 0, 1, 1]],
  [
    "casts floats to int64 toward zero",
    "CAST",
    { inputs: [f32([1.9, -1.9, 2 ** 40])], outputs: [int64([3])] },
    [1, -1, 2 ** 40],
  ],
  ["casts int64 to float32", "CAST", { inputs: [s64([2 ** 40, -3])], outputs: [f32([], [2])] }, [2 ** 40, -3]],
  [
    "casts int64 to the low bits of int8",
    "CAST",
    { inputs: [s64([257, -129])], outputs: [{ type: "int8", shape: [2] }] },
    [1, 127],
  ],
  [
    "casts uint8 to int8 by its bits",
    "CAST",
    { inputs: [{ type: "uint8", shape: [2], values: [200, 7] }], outputs: [{ type: "int8", shape: [2] }] },
    [-56, 7],
  ],
  [
    "casts int16 to uint8 by its low bits",
    "CAST",
    { inputs: [{ type: "int16", shape: [2], values: [-1, 258] }], outputs: [{ type: "uint8", shape: [2] }] },
    [255, 2],
  ],
  ["fills int64", "FILL", { inputs: [constant([2, 2]), s64([-7], [])], outputs: [int64([2, 2])] }, [-7, -7, -7, -7]],
  [
    "fills nothing",
    "FILL",
    {
      inputs: [constant([0, 3]), { type: "int16", shape: [], values: [5] }],
      outputs: [{ type: "int16", shape: [0, 3] }],
    },
    [],
  ],
  [
    "finds the greatest int16",
    "REDUCE_MAX",
    { inputs: [s16([1, 9, -3, 4], [2, 2]), constant([-1])], outputs: [s16([], [2])] },
    [9, 4],
  ],
  [
    "finds the least int16 of nothing",
    "REDUCE_MIN",
    { inputs: [s16([], [2, 0]), constant([1])], outputs: [s16([], [2])] },
    [32767, 32767],
  ],
  [
    "gives int64 positions of the first maximum",
    "ARG_MAX",
    { inputs: [f32([1, 5, 5, 7, 2, 0], [2, 3]), constant([-1])], outputs: [int64([2])] },
    [1, 0],
  ],
  [
    "gives int64 positions down a column",
    "ARG_MIN",
    { inputs: [s8([1, 5, -3, 7], [2, 2]), constant([0])], outputs: [int64([2])] },
    [1, 0],
  ],
  [
    "expands int32 at a negative axis",
    "EXPAND_DIMS",
    { inputs: [s32([1, 2, 3]), constant([-1], [])], outputs: [s32([], [3, 1])] },
    [1, 2, 3],
  ],
  [
    "transposes int32",
    "TRANSPOSE",
    { inputs: [s32([1, 2, 3, 4, 5, 6], [2, 3]), constant([1, 0])], outputs: [s32([], [3, 2])] },
    [1, 4, 2, 5, 3, 6],
  ],
  [
    "gathers int16 columns",
    "GATHER",
    {
      inputs: [s16([1, 2, 3, 4, 5, 6], [2, 3]), constant([2, 0])],
      outputs: [s16([], [2, 2])],
      options: { type: "GatherOptions", value: { axis: -1 } },
    },
    [3, 1, 6, 4],
  ],
  [
    "gathers int32 within batches",
    "GATHER",
    {
      inputs: [s32([1, 2, 3, 4], [2, 2]), s32([1, 0], column)],
      outputs: [s32([], [2, 1])],
      options: { type: "GatherOptions", value: { axis: 1, batchDims: 1 } },
    },
    [2, 3],
  ],
  [
    "joins int8 of different scales",
    "CONCATENATION",
    {
      inputs: [s8([10, -10], [2], [1, 0]), s8([3, 127], [2], [0.25, 1])],
      outputs: [s8([], [4], [0.5, -2])],
      options: { type: "ConcatenationOptions", value: { axis: 0 } },
    },
    [18, -22, -1, 61],
  ],
  [
    "quantizes floats to uint8",
    "QUANTIZE",
    { inputs: [f32([-1, 0, 0.75, 100])], outputs: [{ type: "uint8", shape: [4], quantization: [0.5, 1] }] },
    [0, 1, 3, 201],
  ],
];

describe("kernels of types that TFLM refuses", () => {
  test.each(ROWS)("%s (%s)", async (_, operator, node, expected) => {
    const outputs = node.outputs.map(({ type, shape, quantization }) => ({ type, shape, quantization }));
    const [result] = await runOperator(operator, { ...node, outputs });
    expect(result).toEqual(expected);
  });

  test.each(["FLOOR_DIV", "FLOOR_MOD"] as const)("%s refuses a divisor of 0", async (operator) => {
    const node = { inputs: [s32([1, 2]), s32([1, 0])], outputs: [{ type: "int32", shape: [2] }] } as const;
    await expect(runOperator(operator, node)).rejects.toMatchObject({ code: "NODE_INVALID" });
  });

  // The int16 table takes 65535 input steps for 65536: its last entries stand for arguments a step too small.
  test.each([
    ["int8", 2 ** -4, 0.125, -128, 127, 0.51],
    ["int16", 2 ** -13, 2 ** -9, -32768, 32767, 4.5],
  ] as const)(
    "EXP in %s is as near to the real exponential as its table allows",
    async (type, scale, outputScale, min, max, steps) => {
      const values = Array.from({ length: 256 }, (_, i) => min + Math.floor((i * (max - min)) / 255));
      const [stored] = await runOperator("EXP", {
        inputs: [{ type, shape: [256], values, quantization: [scale, 0] }],
        outputs: [{ type, shape: [256], quantization: [outputScale, 0] }],
      });
      values.forEach((value, i) => {
        const exact = Math.min(max, Math.exp(value * scale) / outputScale);
        expect(Math.abs(stored![i]! - exact)).toBeLessThanOrEqual(steps);
      });
    },
  );
});
