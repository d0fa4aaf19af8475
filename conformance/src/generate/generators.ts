import type { OperatorName, TensorType } from "@thimble/schema";
import type fc from "fast-check";
import {
  broadcastArgs,
  broadcastTo,
  mirrorPad,
  reverse,
  select,
  shapeOf,
  spaceBatch,
  splitV,
  squeeze,
} from "./arrangement.ts";
import { circularBuffer } from "./circular-buffer.ts";
import { ifOf, whileOf } from "./control-flow.ts";
import { conv2d, depthwiseConv2d, transposeConv } from "./convolutions.ts";
import { decode } from "./decode.ts";
import { detectionPostprocess } from "./detection-postprocess.ts";
import { arithmetic, convert, extremum, leakyRelu, unary } from "./elementwise.ts";
import { fullyConnected } from "./fully-connected.ts";
import { dynamicUpdateSlice, embeddingLookup, expandDims, fill, gather, gatherNd } from "./indexing.ts";
import { lstm } from "./lstm.ts";
import { argument, binary, cast, comparison, divisionS8, integerDivision, prelu } from "./mathematics.ts";
import { blocks, concatenation, pack, pad, reshape, slice, split, transpose, unpack } from "./movement.ts";
import { addN, batchMatmul, cumsum, l2Normalization, logSoftmax, reduce, softmax, svdf } from "./reductions.ts";
import { fft, signalLibrary } from "./signal.ts";
import type { SingleOperator } from "./single-operator.ts";
import { stridedSlice, stridedSliceShort } from "./strided-slice.ts";
import { variables } from "./variables.ts";
import type { WeightTypes } from "./weights.ts";
import { pool, resize } from "./windows.ts";

/** Random models of one operator. */
export interface Generator {
  readonly operator: string;
  /** Element types where they make a difference, as in names of kernels: `s8`, `s16s8`, `s8_s16`. */
  readonly types: string;
  readonly models: fc.Arbitrary<SingleOperator>;
}

const SHORT: { readonly [T in TensorType]?: string } = {
  int8: "s8",
  uint8: "u8",
  int16: "s16",
  int32: "s32",
  uint32: "u32",
  int64: "s64",
  float32: "f32",
};

const NUMERIC = ["int8", "int16", "float32"] as const;

/** Of operators that int16 is not known of. */
const WITHOUT_S16 = ["int8", "float32"] as const;

const COMPARED = ["int8", "int16", "int32", "int64", "float32"] as const;

const WEIGHTS: readonly WeightTypes[] = [
  { activations: "int8", weights: "int8" },
  { activations: "int8", weights: "int4" },
  { activations: "int16", weights: "int8" },
  { activations: "float32", weights: "float32" },
];

const nameOf = ({ activations, weights }: WeightTypes): string =>
  weights === "int4" ? "s8s4" : activations === "int16" ? "s16s8" : SHORT[activations]!;

/** A generator for each of some types. */
const each = <T extends TensorType>(
  operator: string,
  types: readonly T[],
  make: (type: T) => fc.Arbitrary<SingleOperator>,
): Generator[] => types.map((type) => ({ operator, types: SHORT[type] ?? type, models: make(type) }));

const weights = (operator: OperatorName, make: (types: WeightTypes) => fc.Arbitrary<SingleOperator>): Generator[] =>
  WEIGHTS.map((types) => ({ operator, types: nameOf(types), models: make(types) }));

const conversion = (operator: "QUANTIZE" | "DEQUANTIZE", from: TensorType, to: TensorType): Generator => ({
  operator,
  types: `${SHORT[from]}_${SHORT[to]}`,
  models: convert(operator, from, to),
});

const softmaxOf = (from: TensorType, to: TensorType): Generator => ({
  operator: "SOFTMAX",
  types: `${SHORT[from]}_${SHORT[to]}`,
  models: softmax(from, to),
});

const castOf = (from: TensorType, to: TensorType): Generator => ({
  operator: "CAST",
  types: `${SHORT[from] ?? from}_${SHORT[to] ?? to}`,
  models: cast(from, to),
});

const argumentOf = (operator: "ARG_MAX" | "ARG_MIN", type: TensorType, output: "int32" | "int64"): Generator => ({
  operator,
  types: `${SHORT[type]}_${SHORT[output]}`,
  models: argument(operator, type, output),
});

/** Casts that are made in a way of their own. */
const CASTS: readonly (readonly [from: TensorType, to: TensorType])[] = [
  ["int8", "int32"],
  ["int32", "int8"],
  ["int16", "float32"],
  ["float32", "float32"],
  ["uint8", "int32"],
  ["float32", "uint8"],
  ["int32", "uint8"],
  ["int8", "bool"],
  ["int64", "bool"],
  ["int32", "int64"],
  ["int64", "int64"],
  ["int64", "int16"],
  ["int64", "float32"],
];

/** All generators there are. */
export const generators: readonly Generator[] = [
  ...weights("CONV_2D", conv2d),
  ...weights("DEPTHWISE_CONV_2D", depthwiseConv2d),
  ...weights("FULLY_CONNECTED", fullyConnected),
  ...weights("TRANSPOSE_CONV", transposeConv).filter(({ types }) => types !== "s8s4"),
  ...(["ADD", "SUB", "MUL"] as const).flatMap((operator) =>
    each(operator, ["int8", "int16", "int32", "float32"], (type) => arithmetic(operator, type)),
  ),
  ...(["MAXIMUM", "MINIMUM"] as const).flatMap((operator) =>
    each(operator, NUMERIC, (type) => extremum(operator, type)),
  ),
  ...(["LOGISTIC", "TANH", "RELU", "RELU6"] as const).flatMap((operator) =>
    each(operator, NUMERIC, (type) => unary(operator, type)),
  ),
  ...each("HARD_SWISH", ["int8", "float32"], (type) => unary("HARD_SWISH", type)),
  ...each("LEAKY_RELU", NUMERIC, leakyRelu),
  conversion("QUANTIZE", "float32", "int8"),
  conversion("QUANTIZE", "float32", "int16"),
  conversion("QUANTIZE", "int8", "int8"),
  conversion("QUANTIZE", "int8", "int16"),
  conversion("QUANTIZE", "int16", "int8"),
  conversion("QUANTIZE", "int16", "int16"),
  conversion("QUANTIZE", "float32", "uint8"),
  conversion("QUANTIZE", "int32", "int16"),
  conversion("QUANTIZE", "int32", "int8"),
  conversion("DEQUANTIZE", "int8", "float32"),
  conversion("DEQUANTIZE", "int16", "float32"),
  ...(["AVERAGE_POOL_2D", "MAX_POOL_2D"] as const).flatMap((operator) =>
    each(operator, NUMERIC, (type) => pool(operator, type)),
  ),
  ...each("L2_POOL_2D", ["float32"], (type) => pool("L2_POOL_2D", type)),
  ...each("RESIZE_BILINEAR", ["int8", "float32"], (type) => resize("RESIZE_BILINEAR", type)),
  ...each("RESIZE_NEAREST_NEIGHBOR", NUMERIC, (type) => resize("RESIZE_NEAREST_NEIGHBOR", type)),
  ...(["MEAN", "SUM", "REDUCE_MAX", "REDUCE_MIN"] as const).flatMap((operator) =>
    each(operator, NUMERIC, (type) => reduce(operator, type)),
  ),
  ...each("REDUCE_ALL", ["bool"], (type) => reduce("REDUCE_ALL", type)),
  ...each("L2_NORMALIZATION", WITHOUT_S16, l2Normalization),
  ...each("LOG_SOFTMAX", WITHOUT_S16, logSoftmax),
  ...each("CUMSUM", WITHOUT_S16, cumsum),
  ...each("ADD_N", WITHOUT_S16, addN),
  ...each("UNIDIRECTIONAL_SEQUENCE_LSTM", NUMERIC, lstm),
  softmaxOf("int8", "int8"),
  softmaxOf("int8", "int16"),
  softmaxOf("int16", "int16"),
  softmaxOf("float32", "float32"),
  ...each("BATCH_MATMUL", NUMERIC, batchMatmul),
  { operator: "SVDF", types: "s8_s8", models: svdf("int8") },
  { operator: "SVDF", types: "s8_s16", models: svdf("int16") },
  ...(["ABS", "NEG", "RSQRT"] as const).flatMap((operator) => each(operator, NUMERIC, (type) => unary(operator, type))),
  ...each("EXP", NUMERIC, (type) => unary("EXP", type)),
  ...(["CEIL", "FLOOR", "ROUND", "SQRT", "SQUARE", "LOG", "SIN", "COS"] as const).flatMap((operator) =>
    each(operator, ["float32"], (type) => unary(operator, type)),
  ),
  ...each("ELU", ["int8", "float32"], (type) => unary("ELU", type)),
  ...(["EQUAL", "NOT_EQUAL"] as const).flatMap((operator) =>
    each(operator, [...COMPARED, "bool"], (type) => comparison(operator, type)),
  ),
  ...(["GREATER", "GREATER_EQUAL", "LESS", "LESS_EQUAL"] as const).flatMap((operator) =>
    each(operator, COMPARED, (type) => comparison(operator, type)),
  ),
  ...(["LOGICAL_AND", "LOGICAL_OR"] as const).flatMap((operator) =>
    each(operator, ["bool"], () => comparison(operator, "bool")),
  ),
  ...each("LOGICAL_NOT", ["bool"], (type) => unary("LOGICAL_NOT", type)),
  ...each("SQUARED_DIFFERENCE", ["int8", "int16", "int32", "float32"], (type) => binary("SQUARED_DIFFERENCE", type)),
  ...(["FLOOR_DIV", "FLOOR_MOD"] as const).flatMap((operator) =>
    each(operator, ["int8", "int16", "int32"], (type) => integerDivision(operator, type)),
  ),
  ...each("DIV", ["int32"], (type) => integerDivision("DIV", type)),
  ...each("DIV", ["int8"], () => divisionS8),
  ...each("DIV", ["float32"], (type) => arithmetic("DIV", type)),
  ...CASTS.map(([from, to]) => castOf(from, to)),
  ...each("PRELU", NUMERIC, prelu),
  ...(["ARG_MAX", "ARG_MIN"] as const).flatMap((operator) =>
    (["int8", "float32"] as const).flatMap((type) =>
      (["int32", "int64"] as const).map((output) => argumentOf(operator, type, output)),
    ),
  ),
  ...each("GATHER", ["int8", "int16", "int32", "float32"], gather),
  ...each("GATHER_ND", WITHOUT_S16, gatherNd),
  ...each("DYNAMIC_UPDATE_SLICE", NUMERIC, dynamicUpdateSlice),
  ...each("SELECT_V2", NUMERIC, select),
  ...each("FILL", ["int8", "int16", "int32", "int64", "float32"], fill),
  ...each("EXPAND_DIMS", ["int8", "int16", "int32", "float32"], expandDims),
  { operator: "EMBEDDING_LOOKUP", types: "s8_f32", models: embeddingLookup },
  ...each("ZEROS_LIKE", ["int8", "int32", "int64", "float32"], (type) => unary("ZEROS_LIKE", type)),
  { operator: "CIRCULAR_BUFFER", types: "s8", models: circularBuffer },
  ...each("RESHAPE", NUMERIC, reshape),
  ...each("PAD", NUMERIC, (type) => pad("PAD", type)),
  ...each("PADV2", ["int8", "float32"], (type) => pad("PADV2", type)),
  ...each("CONCATENATION", NUMERIC, concatenation),
  ...each("TRANSPOSE", [...NUMERIC, "int32"], transpose),
  ...each("STRIDED_SLICE", NUMERIC, stridedSlice),
  ...each("STRIDED_SLICE", NUMERIC, stridedSliceShort).map((generator) => ({
    ...generator,
    types: `${generator.types}_short`,
  })),
  ...each("SLICE", NUMERIC, slice),
  ...each("SPLIT", NUMERIC, split),
  ...each("PACK", ["int8", "float32"], pack),
  ...each("UNPACK", ["int8", "float32"], unpack),
  ...each("DEPTH_TO_SPACE", ["int8", "float32"], (type) => blocks("DEPTH_TO_SPACE", type)),
  ...(["BATCH_TO_SPACE_ND", "SPACE_TO_BATCH_ND"] as const).flatMap((operator) =>
    each(operator, WITHOUT_S16, (type) => spaceBatch(operator, type)),
  ),
  ...each("MIRROR_PAD", WITHOUT_S16, mirrorPad),
  ...each("REVERSE_V2", [...NUMERIC, "int64"], reverse),
  ...each("BROADCAST_TO", [...NUMERIC, "int64"], broadcastTo),
  { operator: "BROADCAST_ARGS", types: "s32", models: broadcastArgs },
  ...each("SQUEEZE", NUMERIC, squeeze),
  ...each("SHAPE", WITHOUT_S16, shapeOf),
  ...each("SPLIT_V", NUMERIC, splitV),
  ...each("TFLM_DECODE", NUMERIC, decode),
  { operator: "TFLite_Detection_PostProcess", types: "f32_fast", models: detectionPostprocess(false) },
  { operator: "TFLite_Detection_PostProcess", types: "f32_regular", models: detectionPostprocess(true) },
  ...signalLibrary.map(([operator, types, models]) => ({ operator, types, models })),
  ...(["SignalRfft", "SignalIrfft"] as const).flatMap((operator) =>
    each(operator, ["int16", "int32", "float32"], (type) => fft(operator, type)),
  ),
  ...each("SPACE_TO_DEPTH", ["int8", "float32"], (type) => blocks("SPACE_TO_DEPTH", type)),
  ...each("IF", NUMERIC, ifOf),
  ...each("WHILE", NUMERIC, whileOf),
  ...(["CALL_ONCE", "VAR_HANDLE", "READ_VARIABLE", "ASSIGN_VARIABLE"] as const).flatMap((operator) =>
    each(operator, WITHOUT_S16, (type) => variables(operator, type)),
  ),
];
