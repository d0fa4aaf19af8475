import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedQuantization, GeneratedTensor } from "./graph.ts";
import { activation, constant, quantization, scale, seed, shape, shapeOrEmpty, zeroPoint } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Operators that compute each element from one element of each input. */

/** The shapes of two inputs and of what they broadcast to. */
export interface BroadcastShapes {
  readonly full: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** A shape and two others that broadcast to it: dimensions are dropped from the front, or made 1. */
export const broadcastShapes: fc.Arbitrary<BroadcastShapes> = fc
  .tuple(
    shapeOrEmpty(1, 5),
    fc.constantFrom("same", "same", "broadcast"),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  )
  .chain(([full, kind, ones]) =>
    fc.tuple(fc.nat({ max: full.length }), fc.boolean()).map(([dropped, swap]) => {
      if (kind === "same" || full.includes(0)) return { full, left: full, right: full };
      const thin = full.map((extent, i) => (ones[i] ? 1 : extent));
      const short = full.slice(dropped).map((extent, i) => (ones[4 + i] ? 1 : extent));
      const covered = full.map((extent, i) => {
        const other = short[i - dropped] ?? 1;
        return Math.max(thin[i]!, other) === extent ? extent : Math.max(thin[i]!, other);
      });
      return swap ? { full: covered, left: short, right: thin } : { full: covered, left: thin, right: short };
    }),
  );

/** Which operand of two comes with the model. */
const constantOperand = fc.record({ position: fc.constantFrom(-1, -1, -1, 0, 1), seed });

interface ConstantOperand {
  readonly position: number;
  readonly seed: number;
}

const withConstant = (inputs: readonly GeneratedTensor[], { position, seed }: ConstantOperand): GeneratedTensor[] =>
  inputs.map((input, i) =>
    i === position && !input.shape.includes(0) ? constant(input.type, input.shape, seed, input.quantization) : input,
  );

const OPTIONS: Readonly<Record<string, string>> = {
  ADD: "AddOptions",
  SUB: "SubOptions",
  MUL: "MulOptions",
  DIV: "DivOptions",
};

/** ADD, SUB, MUL or DIV, with broadcasting. */
export const arithmetic = (operator: "ADD" | "SUB" | "MUL" | "DIV", type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      shapes: broadcastShapes,
      operand: constantOperand,
      fusedActivationFunction: type === "int32" ? fc.constant("NONE" as const) : activation,
      quantizations: fc.tuple(quantization(type), quantization(type), quantization(type)),
    })
    .map(({ shapes, operand, fusedActivationFunction, quantizations: [left, right, out] }) => ({
      operator,
      options: { type: OPTIONS[operator]!, value: { fusedActivationFunction } },
      inputs: withConstant(
        [
          { type, shape: shapes.left, quantization: left },
          { type, shape: shapes.right, quantization: right },
        ],
        operand,
      ),
      outputs: [{ type, shape: shapes.full, quantization: out }],
    }));

/** MAXIMUM or MINIMUM: one quantization for all. */
export const extremum = (operator: "MAXIMUM" | "MINIMUM", type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(broadcastShapes, quantization(type), constantOperand).map(([shapes, same, operand]) => ({
    operator,
    options: { type: "MaximumMinimumOptions", value: {} },
    inputs: withConstant(
      [
        { type, shape: shapes.left, quantization: same },
        { type, shape: shapes.right, quantization: same },
      ],
      operand,
    ),
    outputs: [{ type, shape: shapes.full, quantization: same }],
  }));

/** Output quantizations that operators prescribe. */
const PRESCRIBED: Readonly<Record<string, GeneratedQuantization>> = {
  "LOGISTIC int8": { scale: [1 / 256], zeroPoint: [-128] },
  "LOGISTIC int16": { scale: [1 / 32768], zeroPoint: [0] },
  "TANH int8": { scale: [1 / 128], zeroPoint: [0] },
  "TANH int16": { scale: [1 / 32768], zeroPoint: [0] },
};

/** An operator of one input without options. */
export const unary = (operator: string, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.tuple(shapeOrEmpty(1, 4), quantization(type), quantization(type)).map(([extents, input, output]) => ({
    operator,
    inputs: [{ type, shape: extents, quantization: input }],
    outputs: [{ type, shape: extents, quantization: PRESCRIBED[`${operator} ${type}`] ?? output }],
  }));

export const leakyRelu = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .tuple(unary("LEAKY_RELU", type), fc.constantFrom(0, 0.01, 0.1, 0.5, 1, 1.5, -0.25))
    .map(([single, alpha]) => ({ ...single, options: { type: "LeakyReluOptions", value: { alpha } } }));

/** QUANTIZE or DEQUANTIZE: from any scale and type to any other. */
export const convert = (
  operator: "QUANTIZE" | "DEQUANTIZE",
  from: TensorType,
  to: TensorType,
): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4),
      fromScale: scale(-12, 2),
      toScale: scale(-12, 2),
      fromZero: zeroPoint(from),
      toZero: to === "int32" ? fc.constant(0) : zeroPoint(to),
    })
    .map(({ extents, fromScale, toScale, fromZero, toZero }) => {
      const tensor = (type: TensorType, scale: number, zero: number): GeneratedTensor => ({
        type,
        shape: extents,
        quantization: type === "float32" ? undefined : { scale: [scale], zeroPoint: [zero] },
      });
      return {
        operator,
        inputs: [{ ...tensor(from, fromScale, fromZero), hints: { step: toScale } }],
        outputs: [tensor(to, toScale, toZero)],
      };
    });
