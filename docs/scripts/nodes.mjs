/** Models of one node each, of the kinds that the models of docs/cores.md do not show, by what a table calls them. */
import { writeSingleOperator } from "@thimble/conformance";

const bytesOf = (count) => Uint8Array.from({ length: count }, (_, i) => (37 * i + 11) & 255);

const sizeOf = (shape) => shape.reduce((a, b) => a * b, 1);

const tensor = (type, shape, scale = 0.05) => ({ type, shape, quantization: { scale: [scale], zeroPoint: [0] } });

const WEIGHT_SCALE = 0.01;

/** Weights of int8, or of int4, which lie two a byte. */
const weights = (type, shape) => ({
  ...tensor(type, shape, WEIGHT_SCALE),
  data: bytesOf(type === "int4" ? Math.ceil(sizeOf(shape) / 2) : sizeOf(shape)),
});

/** A bias of zeros, as wide as the input's type wants it. */
const bias = (input, channels) => {
  const type = input.type === "int16" ? "int64" : "int32";
  return {
    ...tensor(type, [channels], input.quantization.scale[0] * WEIGHT_SCALE),
    data: new Uint8Array(channels * (type === "int64" ? 8 : 4)),
  };
};

const numbers = (values) => ({
  type: "int32",
  shape: [values.length],
  data: new Uint8Array(Int32Array.from(values).buffer),
});

/** A layer with weights, whose inputs follow one another as in CONV_2D. */
const layer = (operator, options, input, filter, output) => ({
  operator,
  options,
  inputs: [input, filter, bias(input, output.shape.at(-1))],
  outputs: [output],
});

const window = (more) => ({ padding: "SAME", strideW: 1, strideH: 1, dilationWFactor: 1, dilationHFactor: 1, ...more });

const conv = (size, [from, to], type = "int8", weightType = "int8") =>
  layer(
    "CONV_2D",
    { type: "Conv2DOptions", value: window() },
    tensor(type, [1, 8, 8, from]),
    weights(weightType, [to, size, size, from]),
    tensor(type, [1, 8, 8, to]),
  );

const depthwise = (size, { type = "int8", weightType = "int8", dilation = 1 }) =>
  layer(
    "DEPTHWISE_CONV_2D",
    {
      type: "DepthwiseConv2DOptions",
      value: window({ depthMultiplier: 1, dilationWFactor: dilation, dilationHFactor: dilation }),
    },
    tensor(type, [1, 8, 8, 64]),
    weights(weightType, [1, size, size, 64]),
    tensor(type, [1, 8, 8, 64]),
  );

const fullyConnected = (type, weightType) =>
  layer(
    "FULLY_CONNECTED",
    { type: "FullyConnectedOptions", value: {} },
    tensor(type, [1, 256]),
    weights(weightType, [64, 256]),
    tensor(type, [1, 64]),
  );

const transposeConv = (size, stride, [from, to]) => {
  const shape = [1, 8 * stride, 8 * stride, to];
  return {
    operator: "TRANSPOSE_CONV",
    options: { type: "TransposeConvOptions", value: { padding: "SAME", strideW: stride, strideH: stride } },
    inputs: [numbers(shape), weights("int8", [to, size, size, from]), tensor("int8", [1, 8, 8, from])],
    outputs: [tensor("int8", shape)],
  };
};

const matmul = (y, adjY) => ({
  operator: "BATCH_MATMUL",
  options: { type: "BatchMatMulOptions", value: { adjY } },
  inputs: [tensor("int8", [4, 32, adjY ? 64 : 32]), tensor("int8", y)],
  outputs: [tensor("int8", [4, 32, adjY ? 32 : 64])],
});

const elementwise = (operator, options) => ({
  operator,
  options: { type: options, value: {} },
  inputs: [tensor("int8", [1, 8192]), tensor("int8", [1, 8192])],
  outputs: [tensor("int8", [1, 8192])],
});

const softmax = (type, scale, zeroPoint) => ({
  operator: "SOFTMAX",
  options: { type: "SoftmaxOptions", value: { beta: 1 } },
  inputs: [tensor("int8", [64, 64])],
  outputs: [{ type, shape: [64, 64], quantization: { scale: [scale], zeroPoint: [zeroPoint] } }],
});

const pad = (type) => ({
  operator: "PAD",
  options: { type: "PadOptions", value: {} },
  inputs: [tensor(type, [1, 32, 32, 8]), { ...numbers([0, 0, 1, 1, 1, 1, 0, 0]), shape: [4, 2] }],
  outputs: [tensor(type, [1, 34, 34, 8])],
});

const transpose = (shape, permutation) => ({
  operator: "TRANSPOSE",
  options: { type: "TransposeOptions", value: {} },
  inputs: [tensor("int8", shape), numbers(permutation)],
  outputs: [
    tensor(
      "int8",
      permutation.map((axis) => shape[axis]),
    ),
  ],
});

const maxPool = {
  operator: "MAX_POOL_2D",
  options: {
    type: "Pool2DOptions",
    value: { padding: "VALID", strideW: 2, strideH: 2, filterWidth: 2, filterHeight: 2 },
  },
  inputs: [tensor("int8", [1, 16, 16, 32])],
  outputs: [tensor("int8", [1, 8, 8, 32])],
};

const nodes = {
  "MUL, 8,192 elements": elementwise("MUL", "MulOptions"),
  "BATCH_MATMUL 4x32x64 by 4x32x64, the second adjoint": matmul([4, 32, 64], true),
  "BATCH_MATMUL 4x32x32 by 4x32x64": matmul([4, 32, 64], false),
  "MAXIMUM, 8,192 elements": elementwise("MAXIMUM", "MaximumMinimumOptions"),
  "MAX_POOL_2D 2x2, 16x16x32": maxPool,
  "DEPTHWISE_CONV_2D 5x5, 8x8x64": depthwise(5, {}),
  "DEPTHWISE_CONV_2D 3x3, dilated by 2, 8x8x64": depthwise(3, { dilation: 2 }),
  "TRANSPOSE_CONV 3x3 in strides of 2, 8x8x16 to 16": transposeConv(3, 2, [16, 16]),
  "TRANSPOSE_CONV 4x4 in strides of 2, 8x8x32 to 16": transposeConv(4, 2, [32, 16]),
  "TRANSPOSE_CONV 3x3 in strides of 1, 8x8x16 to 16": transposeConv(3, 1, [16, 16]),
  "SOFTMAX, 64 rows of 64": softmax("int8", 1 / 256, -128),
  "SOFTMAX to int16, 64 rows of 64": softmax("int16", 1 / 65536, -32768),
  "PAD of one pixel around 32x32x8": pad("int8"),
  "PAD of int16, of one pixel around 32x32x8": pad("int16"),
  "TRANSPOSE of 64x64": transpose([64, 64], [1, 0]),
  "TRANSPOSE of 16x16x32 to 32x16x16": transpose([16, 16, 32], [2, 0, 1]),
  "TRANSPOSE of 16x32x16 to 32x16x16, in runs of sixteen": transpose([16, 32, 16], [1, 0, 2]),
  "FULLY_CONNECTED of int16, 256 to 64": fullyConnected("int16", "int8"),
  "CONV_2D 1x1 of int16, 8x8x64 to 64": conv(1, [64, 64], "int16"),
  "CONV_2D 3x3 of int16, 8x8x16 to 16": conv(3, [16, 16], "int16"),
  "DEPTHWISE_CONV_2D 3x3 of int16, 8x8x64": depthwise(3, { type: "int16" }),
  "FULLY_CONNECTED of int4, 256 to 64": fullyConnected("int8", "int4"),
  "CONV_2D 1x1 of int4, 8x8x64 to 64": conv(1, [64, 64], "int8", "int4"),
  "DEPTHWISE_CONV_2D 3x3 of int4, 8x8x64": depthwise(3, { weightType: "int4" }),
};

/** Each model by its title. */
export const nodeModels = Object.fromEntries(
  Object.entries(nodes).map(([title, node]) => [title, writeSingleOperator(node)]),
);
