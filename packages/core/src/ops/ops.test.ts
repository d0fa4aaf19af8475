import { type OperatorDescription, operatorCode, type TensorDescription, writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { type AnyKernel, definePack, Interpreter, type Operator, type ThimbleError } from "../index.ts";
import * as builtins from "./builtin.ts";
import * as customs from "./custom.ts";

/** A node of one builtin operator: its tensors, inputs first, and its options. */
interface NodeUnderTest {
  readonly inputs: readonly TensorDescription[];
  readonly output: TensorDescription;
  readonly options?: OperatorDescription["builtinOptions"];
}

const operators = Object.values({ ...builtins, ...customs }).filter(
  (value): value is Operator => typeof value === "object" && "check" in value,
);

/** Kernels of every operator that take every type and do nothing: what is left is the operator's own check. */
const pack = definePack({
  id: "idle",
  version: "1.0.0",
  kernels: operators.map(
    (operator): AnyKernel => ({ name: operator.name, operator, types: "any?... -> any?...", invoke: () => undefined }),
  ),
});

function modelOf(name: string, { inputs, output, options }: NodeUnderTest): Uint8Array {
  const constants = inputs.map(({ buffer }) => buffer).filter((buffer) => buffer !== undefined);
  return writeModel({
    operatorCodes: [operatorCode(name)],
    buffers: [{}, ...constants.map(() => ({}))].map((_, i) => (i === 0 ? {} : { data: constantBytes(inputs, i) })),
    subgraphs: [
      {
        tensors: [...inputs, output],
        inputs: [],
        outputs: [inputs.length],
        operators: [{ inputs: inputs.map((_, i) => i), outputs: [inputs.length], builtinOptions: options }],
      },
    ],
  });
}

/** The int32 elements that stand in the name of a constant: `"axis 1,2"`. */
function constantBytes(inputs: readonly TensorDescription[], buffer: number): Uint8Array {
  const { name } = inputs.find((input) => input.buffer === buffer)!;
  return new Uint8Array(Int32Array.from(name!.split(" ")[1]!.split(","), Number).buffer);
}

const refusal = (name: string, node: NodeUnderTest): Promise<ThimbleError | undefined> =>
  Interpreter.create(modelOf(name, node), { packs: [pack] }).then(
    () => undefined,
    (error) => error,
  );

const s8 = (shape: number[], scale: number[] = [0.5], zeroPoint: number[] = [0]): TensorDescription => ({
  name: "t",
  type: "int8",
  shape,
  quantization: { scale, zeroPoint },
});
const s16 = (shape: number[], zeroPoint = 0): TensorDescription => ({
  ...s8(shape, [2 ** -15], [zeroPoint]),
  type: "int16",
});
const s32 = (shape: number[]): TensorDescription => ({ name: "t", type: "int32", shape });
const f32 = (shape: number[]): TensorDescription => ({ name: "t", type: "float32", shape });
const constant = (name: string, values: number[], shape = [values.length]): TensorDescription => ({
  ...s32(shape),
  name: `${name} ${values}`,
  buffer: 1,
});

const conv = { type: "Conv2DOptions", value: { padding: "VALID", strideH: 1, strideW: 1 } } as const;
const depthwise = { type: "DepthwiseConv2DOptions", value: { padding: "VALID", strideH: 1, strideW: 1 } } as const;
const pool = {
  type: "Pool2DOptions",
  value: { padding: "VALID", strideH: 1, strideW: 1, filterHeight: 2, filterWidth: 2 },
} as const;

const gather = (value: { axis: number; batchDims: number }) => ({ type: "GatherOptions", value }) as const;
const pack2 = (axis: number) => ({ type: "PackOptions", value: { valuesCount: 2, axis } }) as const;

type Row = readonly [what: string, node: NodeUnderTest, message: RegExp];

/** For each operator a node that is right, and others that are each wrong in one way. */
const TABLE: Readonly<Record<string, { right: NodeUnderTest; wrong: readonly Row[] }>> = {
  CONV_2D: {
    right: { inputs: [s8([1, 4, 4, 2]), s8([3, 2, 2, 2]), s32([3])], output: s8([1, 3, 3, 3]), options: conv },
    wrong: [
      [
        "a flat input",
        { inputs: [s8([32]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3]), options: conv },
        /input has shape \[32\], it needs 4 dimensions/,
      ],
      ["a stride of 0", { inputs: [s8([1, 4, 4, 2]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3]) }, /stride is 0/],
      [
        "a window larger than the input",
        { inputs: [s8([1, 4, 4, 2]), s8([3, 5, 2, 2])], output: s8([1, 0, 3, 3]), options: conv },
        /input of 4 is smaller than the window, which covers 5/,
      ],
      [
        "channels that do not divide",
        { inputs: [s8([1, 4, 4, 3]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3]), options: conv },
        /2 channels do not divide the input's 3/,
      ],
      [
        "filters that do not divide into groups",
        { inputs: [s8([1, 4, 4, 4]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3]), options: conv },
        /3 filters do not divide into 2 groups/,
      ],
      [
        "another output shape",
        { inputs: [s8([1, 4, 4, 2]), s8([3, 2, 2, 2])], output: s8([1, 4, 4, 3]), options: conv },
        /output has shape \[1, 4, 4, 3\], .* make it \[1, 3, 3, 3\]/,
      ],
      [
        "a bias of another size",
        { inputs: [s8([1, 4, 4, 2]), s8([3, 2, 2, 2]), s32([2])], output: s8([1, 3, 3, 3]), options: conv },
        /bias has 2 elements, it needs 3/,
      ],
      [
        "an input without a scale",
        {
          inputs: [{ ...s8([1, 4, 4, 2]), quantization: undefined }, s8([3, 2, 2, 2])],
          output: s8([1, 3, 3, 3]),
          options: conv,
        },
        /input is int8 without a scale/,
      ],
      [
        "an output with the scale 0",
        { inputs: [s8([1, 4, 4, 2]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3], [0]), options: conv },
        /output has the scale 0/,
      ],
      [
        "a zero point that int8 does not hold",
        { inputs: [s8([1, 4, 4, 2], [1], [200]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3]), options: conv },
        /zero point 200, int8 holds -128 to 127/,
      ],
      [
        "int16 that is not symmetric",
        { inputs: [s16([1, 4, 4, 2], 5), s8([3, 2, 2, 2])], output: s16([1, 3, 3, 3]), options: conv },
        /zero point 5, it must be 0/,
      ],
      [
        "options of another operator",
        { inputs: [s8([1, 4, 4, 2]), s8([3, 2, 2, 2])], output: s8([1, 3, 3, 3]), options: pool },
        /carries Pool2DOptions, it needs Conv2DOptions/,
      ],
    ],
  },
  DEPTHWISE_CONV_2D: {
    right: { inputs: [s8([1, 4, 4, 2]), s8([1, 2, 2, 4]), s32([4])], output: s8([1, 3, 3, 4]), options: depthwise },
    wrong: [
      [
        "channels that are no multiple",
        { inputs: [s8([1, 4, 4, 3]), s8([1, 2, 2, 4])], output: s8([1, 3, 3, 4]), options: depthwise },
        /4 channels are not a multiple of the input's 3/,
      ],
      [
        "an input without channels",
        { inputs: [s8([1, 4, 4, 0]), s8([1, 2, 2, 0])], output: s8([1, 3, 3, 0]), options: depthwise },
        /channels is 0/,
      ],
    ],
  },
  FULLY_CONNECTED: {
    right: { inputs: [s8([2, 4]), s8([3, 4]), s32([3])], output: s8([2, 3]) },
    wrong: [
      [
        "an input that is no multiple of the weights",
        { inputs: [s8([5]), s8([3, 4])], output: s8([2, 3]) },
        /FULLY_CONNECTED/,
      ],
      ["another output size", { inputs: [s8([2, 4]), s8([3, 4])], output: s8([2, 4]) }, /output/],
      ["a bias of another size", { inputs: [s8([2, 4]), s8([3, 4]), s32([2])], output: s8([2, 3]) }, /bias/],
    ],
  },
  AVERAGE_POOL_2D: {
    right: { inputs: [s8([1, 4, 4, 2])], output: s8([1, 3, 3, 2]), options: pool },
    wrong: [
      [
        "a window of 0",
        {
          inputs: [s8([1, 4, 4, 2])],
          output: s8([1, 3, 3, 2]),
          options: { ...pool, value: { ...pool.value, filterHeight: 0 } },
        },
        /extent of the window is 0/,
      ],
      [
        "a negative stride",
        {
          inputs: [s8([1, 4, 4, 2])],
          output: s8([1, 3, 3, 2]),
          options: { ...pool, value: { ...pool.value, strideW: -1 } },
        },
        /stride is -1/,
      ],
      ["other channels", { inputs: [s8([1, 4, 4, 2])], output: s8([1, 3, 3, 3]), options: pool }, /output has shape/],
    ],
  },
  ADD: {
    right: { inputs: [s8([2, 3]), s8([3])], output: s8([2, 3]) },
    wrong: [
      [
        "shapes that do not broadcast",
        { inputs: [s8([2, 3]), s8([2])], output: s8([2, 3]) },
        /\[2, 3\] and \[2\] do not broadcast/,
      ],
      [
        "another output size",
        { inputs: [s8([2, 3]), s8([3])], output: s8([3, 3]) },
        /output has 9 elements, it needs 6/,
      ],
      [
        "a missing scale",
        { inputs: [s8([2]), { ...s8([2]), quantization: undefined }], output: s8([2]) },
        /input2 is int8 without a scale/,
      ],
    ],
  },
  SOFTMAX: {
    right: { inputs: [f32([2, 3])], output: f32([2, 3]), options: { type: "SoftmaxOptions", value: { beta: 1 } } },
    wrong: [["another output size", { inputs: [f32([2, 3])], output: f32([2, 4]) }, /output/]],
  },
  RESHAPE: {
    right: { inputs: [s8([2, 3]), constant("shape", [3, 2])], output: s8([3, 2]) },
    wrong: [
      ["another number of elements", { inputs: [s8([2, 3])], output: s8([7]) }, /output has 7 elements, the input 6/],
    ],
  },
  PAD: {
    right: { inputs: [s8([2, 3]), constant("paddings", [1, 0, 0, 2], [2, 2])], output: s8([3, 5]) },
    wrong: [
      [
        "paddings that are computed",
        { inputs: [s8([2, 3]), s32([2, 2])], output: s8([3, 5]) },
        /paddings is computed at run time/,
      ],
      [
        "negative paddings",
        { inputs: [s8([2, 3]), constant("paddings", [-1, 0, 0, 2], [2, 2])], output: s8([1, 5]) },
        /PAD/,
      ],
      [
        "paddings for another rank",
        { inputs: [s8([2, 3]), constant("paddings", [1, 0], [1, 2])], output: s8([3, 3]) },
        /PAD/,
      ],
    ],
  },
  MEAN: {
    right: { inputs: [f32([2, 3, 4]), constant("axis", [1, -1])], output: f32([2]) },
    wrong: [
      ["an axis that is not there", { inputs: [f32([2, 3]), constant("axis", [2])], output: f32([2]) }, /MEAN/],
      [
        "an axis that is computed",
        { inputs: [f32([2, 3]), s32([1])], output: f32([2]) },
        /axis is computed at run time/,
      ],
      ["another output size", { inputs: [f32([2, 3]), constant("axis", [1])], output: f32([3]) }, /output/],
    ],
  },
  CONCATENATION: {
    right: {
      inputs: [s8([2, 1]), s8([2, 3])],
      output: s8([2, 4]),
      options: { type: "ConcatenationOptions", value: { axis: 1 } },
    },
    wrong: [
      [
        "an axis that is not there",
        { inputs: [s8([2]), s8([2])], output: s8([4]), options: { type: "ConcatenationOptions", value: { axis: 1 } } },
        /axis/,
      ],
      [
        "other extents",
        {
          inputs: [s8([2, 1]), s8([3, 3])],
          output: s8([2, 4]),
          options: { type: "ConcatenationOptions", value: { axis: 1 } },
        },
        /CONCATENATION/,
      ],
    ],
  },
  TRANSPOSE: {
    right: { inputs: [f32([2, 3]), constant("perm", [1, 0])], output: f32([3, 2]) },
    wrong: [
      ["a dimension twice", { inputs: [f32([2, 2]), constant("perm", [1, 1])], output: f32([2, 2]) }, /permutation/],
      ["an order that is computed", { inputs: [f32([2, 3]), s32([2])], output: f32([3, 2]) }, /at run time/],
      ["another output", { inputs: [f32([2, 3]), constant("perm", [1, 0])], output: f32([2, 3]) }, /\[3, 2\]/],
    ],
  },
  GATHER: {
    right: { inputs: [f32([4, 3]), s32([2])], output: f32([2, 3]) },
    wrong: [
      [
        "more batch dimensions than the axis allows",
        { inputs: [f32([4, 3]), s32([4])], output: f32([4, 3]), options: gather({ axis: 0, batchDims: 1 }) },
        /batch dimensions/,
      ],
      ["another type", { inputs: [f32([4, 3]), s32([2])], output: s32([2, 3]) }, /it must be float32/],
    ],
  },
  PACK: {
    right: { inputs: [f32([3]), f32([3])], output: f32([2, 3]), options: pack2(0) },
    wrong: [
      ["other counts", { inputs: [f32([3])], output: f32([1, 3]), options: pack2(0) }, /packs 2 values/],
      ["other sizes", { inputs: [f32([3]), f32([2])], output: f32([2, 3]), options: pack2(0) }, /inputs\[1\]/],
      ["an axis that is not there", { inputs: [f32([3]), f32([3])], output: f32([2, 3]), options: pack2(2) }, /axis/],
    ],
  },
  BROADCAST_TO: {
    right: { inputs: [f32([3, 1]), constant("shape", [2, 3, 4])], output: f32([2, 3, 4]) },
    wrong: [
      [
        "a shape with another extent",
        { inputs: [f32([3, 2]), constant("shape", [3, 4])], output: f32([3, 4]) },
        /does not broadcast/,
      ],
    ],
  },
  BATCH_MATMUL: {
    right: { inputs: [s8([5, 2, 3]), s8([3, 4])], output: s8([5, 2, 4]) },
    wrong: [
      ["a vector", { inputs: [s8([3]), s8([3, 4])], output: s8([4]) }, /at least 2/],
      [
        "rows that do not meet columns",
        { inputs: [s8([2, 3]), s8([4, 3])], output: s8([2, 3]) },
        /3 columns, y 4 rows/,
      ],
      ["other batches", { inputs: [s8([5, 2, 3]), s8([2, 3, 4])], output: s8([5, 2, 4]) }, /do not broadcast/],
    ],
  },
  RESIZE_NEAREST_NEIGHBOR: {
    right: { inputs: [f32([1, 2, 2, 3]), constant("size", [5, 1])], output: f32([1, 5, 1, 3]) },
    wrong: [
      [
        "an input without pixels",
        { inputs: [f32([1, 0, 2, 3]), constant("size", [5, 1])], output: f32([1, 5, 1, 3]) },
        /no pixels/,
      ],
    ],
  },
  ADD_N: {
    right: { inputs: [s8([4]), s8([4]), s8([4])], output: s8([4], [0.25]) },
    wrong: [
      ["a single input", { inputs: [s8([4])], output: s8([4]) }, /at least 2/],
      ["inputs of different scales", { inputs: [s8([4]), s8([4], [0.25])], output: s8([4]) }, /one quantization/],
    ],
  },
  ARG_MAX: {
    right: { inputs: [f32([2, 3]), constant("axis", [-1])], output: s32([2]) },
    wrong: [
      ["an empty dimension", { inputs: [f32([2, 0]), constant("axis", [1])], output: s32([2]) }, /is empty/],
      ["another output", { inputs: [f32([2, 3]), constant("axis", [0])], output: s32([2]) }, /needs 3/],
    ],
  },
  HARD_SWISH: {
    right: { inputs: [s8([4])], output: s8([4]) },
    wrong: [["an output scale that is too small", { inputs: [s8([4])], output: s8([4], [2 ** -9]) }, /greater than/]],
  },
  LOGISTIC: {
    right: { inputs: [s16([4])], output: s16([4]) },
    wrong: [
      [
        "another output scale",
        { inputs: [s16([4])], output: { ...s16([4]), quantization: { scale: [0.5], zeroPoint: [0] } } },
        /scale 0.5/,
      ],
    ],
  },
};

describe.each(Object.entries(TABLE))("%s", (name, { right, wrong }) => {
  test("takes a node that is right", async () => {
    expect(await refusal(name, right)).toBeUndefined();
  });

  test.each(wrong)("refuses %s", async (_, node, message) => {
    const error = await refusal(name, node);
    expect(error).toMatchObject({ code: "NODE_INVALID", where: `subgraphs[0].operators[0] (${name})` });
    expect(error?.message).toMatch(message);
  });
});

test("every operator has a name of its own", () => {
  expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
});
