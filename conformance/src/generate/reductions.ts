import type { OperatorName, TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedQuantization } from "./graph.ts";
import {
  constant,
  extent,
  int32s,
  quantization,
  scale,
  shape,
  shapeOrEmpty,
  smallExtent,
  zeroPoint,
} from "./pieces.ts";
import { randomBias } from "./random-data.ts";
import type { SingleOperator } from "./single-operator.ts";
import { seldom } from "./weights.ts";

/** Operators that combine many elements into one: reductions, softmax, matrix products. */

/** MEAN, SUM, REDUCE_MAX or REDUCE_MIN over some dimensions. */
export const reduce = (operator: OperatorName, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shapeOrEmpty(1, 4),
      picks: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      isNegative: fc.boolean(),
      keepDims: fc.boolean(),
      input: quantization(type),
      output: quantization(type),
      isSame: fc.boolean(),
    })
    .map(({ extents, picks, isNegative, keepDims, input, output, isSame }) => {
      const picked = extents.map((_, i) => i).filter((i) => picks[i]);
      const axes = picked.length > 0 ? picked : [0];
      const reduced = extents.map((extent, i) => (axes.includes(i) ? 1 : extent));
      return {
        operator,
        options: { type: "ReducerOptions", value: { keepDims } },
        inputs: [
          { type, shape: extents, quantization: input },
          int32s(axes.map((axis) => (isNegative ? axis - extents.length : axis))),
        ],
        outputs: [
          {
            type,
            shape: keepDims ? reduced : extents.filter((_, i) => !axes.includes(i)),
            quantization: isSame || operator.startsWith("REDUCE") ? input : output,
          },
        ],
      };
    });

const SOFTMAX_OUTPUT: Readonly<Record<string, GeneratedQuantization>> = {
  "int8 int8": { scale: [1 / 256], zeroPoint: [-128] },
  "int8 int16": { scale: [1 / 65536], zeroPoint: [-32768] },
  "int16 int16": { scale: [1 / 32768], zeroPoint: [0] },
};

export const softmax = (from: TensorType, to: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 3),
      beta: fc.constantFrom(1, 1, 0.5, 2, 0.1),
      scale: scale(-8, 1),
      zero: zeroPoint(from),
    })
    .map(({ extents, beta, scale, zero }) => ({
      operator: "SOFTMAX",
      options: { type: "SoftmaxOptions", value: { beta } },
      inputs: [
        {
          type: from,
          shape: extents,
          quantization: from === "float32" ? undefined : { scale: [scale], zeroPoint: [zero] },
        },
      ],
      outputs: [{ type: to, shape: extents, quantization: SOFTMAX_OUTPUT[`${from} ${to}`] }],
    }));

/** BATCH_MATMUL of two computed inputs, with broadcasting of the batch. */
export const batchMatmul = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      rows: extent,
      depth: extent,
      columns: extent,
      batch: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
      adjX: fc.boolean(),
      adjY: fc.boolean(),
      x: quantization(type),
      y: quantization(type),
      output: quantization(type),
    })
    .map(({ rows, depth, columns, batch, adjX, adjY, x, y, output }) => ({
      operator: "BATCH_MATMUL",
      options: { type: "BatchMatMulOptions", value: { adjX, adjY } },
      inputs: [
        { type, shape: [...batch, ...(adjX ? [depth, rows] : [rows, depth])], quantization: x },
        { type, shape: [...batch, ...(adjY ? [columns, depth] : [depth, columns])], quantization: y },
      ],
      outputs: [{ type, shape: [...batch, rows, columns], quantization: output }],
    }));

/** L2_NORMALIZATION of the last dimension; int8 outputs are in units of 1/128. */
export const l2Normalization = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), quantization(type)).map(([extents, input]) => ({
    operator: "L2_NORMALIZATION",
    options: { type: "L2NormOptions", value: { fusedActivationFunction: "NONE" } },
    inputs: [{ type, shape: extents, quantization: input }],
    outputs: [{ type, shape: extents, quantization: input && { scale: [1 / 128], zeroPoint: [0] } }],
  }));

/** LOG_SOFTMAX of the last dimension; int8 outputs are in units of 1/16. */
export const logSoftmax = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 3), quantization(type)).map(([extents, input]) => ({
    operator: "LOG_SOFTMAX",
    inputs: [{ type, shape: extents, quantization: input }],
    outputs: [{ type, shape: extents, quantization: input && { scale: [1 / 16], zeroPoint: [127] } }],
  }));

/** CUMSUM along a dimension, from either end, with or without the element itself. */
export const cumsum = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4),
      axis: fc.nat({ max: 3 }),
      exclusive: fc.boolean(),
      reverse: fc.boolean(),
      input: quantization(type),
      output: quantization(type),
    })
    .map(({ extents, axis, exclusive, reverse, input, output }) => ({
      operator: "CUMSUM",
      options: { type: "CumsumOptions", value: { exclusive, reverse } },
      inputs: [{ type, shape: extents, quantization: input }, int32s([axis % extents.length], [])],
      outputs: [{ type, shape: extents, quantization: output }],
    }));

/** ADD_N of two to four inputs of one quantization. */
export const addN = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(shape(1, 4), fc.integer({ min: 2, max: 4 }), quantization(type), quantization(type))
    .map(([extents, count, input, output]) => ({
      operator: "ADD_N",
      inputs: Array.from({ length: count }, () => ({ type, shape: extents, quantization: input })),
      outputs: [{ type, shape: extents, quantization: output }],
    }));

/** SVDF with an int8 input: filters over the input's features and over time, whose state is int8 or int16. */
export const svdf = (state: "int8" | "int16"): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      batches: fc.constantFrom(1, 1, 2),
      features: extent,
      units: smallExtent,
      rank: fc.constantFrom(1, 1, 2),
      memory: extent,
      seed: fc.nat({ max: 2 ** 31 - 1 }),
      scales: fc.tuple(scale(-8, -3), scale(-8, -3), scale(-8, -3), scale(-8, -3), scale(-8, 1)),
      zeros: fc.tuple(zeroPoint("int8"), zeroPoint("int8"), fc.constantFrom(0, 0, 3, -7)),
      fusedActivationFunction: fc.constantFrom("NONE" as const, "RELU" as const),
      isFilterComputed: seldom,
      isBiasComputed: seldom,
    })
    .map((spec) => buildSvdf(state, spec));

interface SvdfSpec {
  readonly batches: number;
  readonly features: number;
  readonly units: number;
  readonly rank: number;
  readonly memory: number;
  readonly seed: number;
  readonly scales: readonly number[];
  readonly zeros: readonly number[];
  readonly fusedActivationFunction: "NONE" | "RELU";
  /** Whether the features' filter is an input of the model. */
  readonly isFilterComputed: boolean;
  readonly isBiasComputed: boolean;
}

function buildSvdf(state: "int8" | "int16", spec: SvdfSpec): SingleOperator {
  const { batches, features, units, rank, memory, seed, zeros } = spec;
  const [input, byFeature, byTime, kept, output] = spec.scales as [number, number, number, number, number];
  const filters = units * rank;
  const symmetric = (scale: number) => ({ scale: [scale], zeroPoint: [0] });
  return {
    operator: "SVDF",
    options: { type: "SVDFOptions", value: { rank, fusedActivationFunction: spec.fusedActivationFunction } },
    inputs: [
      { type: "int8", shape: [batches, features], quantization: { scale: [input], zeroPoint: [zeros[0]!] } },
      spec.isFilterComputed
        ? { type: "int8", shape: [filters, features], quantization: symmetric(byFeature) }
        : constant("int8", [filters, features], seed, symmetric(byFeature)),
      constant(state, [filters, memory], seed + 1, symmetric(byTime)),
      { type: "int32", shape: [units], ...(spec.isBiasComputed ? {} : { data: randomBias(units, seed + 2) }) },
      {
        type: state,
        shape: [batches, memory * filters],
        quantization: { scale: [kept], zeroPoint: [zeros[2]!] },
        isVariable: true,
      },
    ],
    outputs: [{ type: "int8", shape: [batches, units], quantization: { scale: [output], zeroPoint: [zeros[1]!] } }],
  };
}
