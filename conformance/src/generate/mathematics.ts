import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import { broadcastShapes } from "./elementwise.ts";
import type { GeneratedTensor } from "./graph.ts";
import { constant, int32s, quantization, seed, shape, shapeOrEmpty } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Operators of one or two inputs that compute no layer: comparisons, logic, division, powers, conversions. */

/** A comparison; quantized inputs may have scales of their own. */
export const comparison = (operator: string, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(broadcastShapes, quantization(type), quantization(type)).map(([shapes, left, right]) => ({
    operator,
    inputs: [
      { type, shape: shapes.left, quantization: left },
      { type, shape: shapes.right, quantization: right },
    ],
    outputs: [{ type: "bool", shape: shapes.full }],
  }));

/** An operator of two inputs with a quantization each, without options. */
export const binary = (operator: string, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(broadcastShapes, quantization(type), quantization(type), quantization(type))
    .map(([shapes, left, right, output]) => ({
      operator,
      inputs: [
        { type, shape: shapes.left, quantization: left },
        { type, shape: shapes.right, quantization: right },
      ],
      outputs: [{ type, shape: shapes.full, quantization: output }],
    }));

/** Divisors are odd: none is 0. */
function divisor(type: TensorType, extents: readonly number[], seed: number): GeneratedTensor {
  const { data, ...tensor } = constant(type, extents, seed);
  const width = type === "int8" ? 1 : type === "int16" ? 2 : 4;
  return { ...tensor, data: data!.map((byte, i) => (i % width === 0 ? byte | 1 : byte)) };
}

/** A division of integers as they are stored, by constants. */
export const integerDivision = (operator: string, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), seed).map(([extents, seed]) => ({
    operator,
    ...(operator === "DIV" && { options: { type: "DivOptions", value: { fusedActivationFunction: "NONE" } } }),
    inputs: [{ type, shape: extents }, divisor(type, extents, seed)],
    outputs: [{ type, shape: extents }],
  }));

/** DIV of int8, by constants: stored divisors are odd and the zero point is even, so that none is 0. */
export const divisionS8: fc.Arbitrary<SingleOperator> = fc
  .tuple(shape(1, 4), seed, quantization("int8"), quantization("int8"), quantization("int8"))
  .map(([extents, seed, left, right, output]) => ({
    operator: "DIV",
    options: { type: "DivOptions", value: { fusedActivationFunction: "NONE" } },
    inputs: [
      { type: "int8", shape: extents, quantization: left },
      {
        ...divisor("int8", extents, seed),
        quantization: { scale: right!.scale, zeroPoint: [2 * Math.trunc(right!.zeroPoint[0]! / 2)] },
      },
    ],
    outputs: [{ type: "int8", shape: extents, quantization: output }],
  }));

/** CAST from any type to any other. */
export const cast = (from: TensorType, to: TensorType): fc.Arbitrary<SingleOperator> =>
  shapeOrEmpty(1, 4).map((extents) => ({
    operator: "CAST",
    inputs: [{ type: from, shape: extents }],
    outputs: [{ type: to, shape: extents }],
  }));

/** PRELU with a slope for each channel. */
export const prelu = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(shape(2, 4), seed, quantization(type), quantization("int8"), quantization(type))
    .map(([extents, seed, input, slope, output]) => {
      const slopeType = type === "float32" ? type : "int8";
      return {
        operator: "PRELU",
        inputs: [
          { type, shape: extents, quantization: input },
          constant(slopeType, [extents.at(-1)!], seed, type === "float32" ? undefined : slope),
        ],
        outputs: [{ type, shape: extents, quantization: output }],
      };
    });

/** ARG_MAX or ARG_MIN along a dimension; ties go to the first. */
export const argument = (
  operator: "ARG_MAX" | "ARG_MIN",
  type: TensorType,
  output: "int32" | "int64",
): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shape(1, 4), fc.nat({ max: 3 }), quantization(type)).map(([extents, axis, same]) => {
    const at = axis % extents.length;
    return {
      operator,
      options: { type: operator === "ARG_MAX" ? "ArgMaxOptions" : "ArgMinOptions", value: { outputType: output } },
      inputs: [{ type, shape: extents, quantization: same }, int32s([at], [])],
      outputs: [{ type: output, shape: extents.filter((_, i) => i !== at) }],
    };
  });
