import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedQuantization, GeneratedTensor } from "./graph.ts";
import { constant, extent, scale, seed, smallExtent, zeroPoint } from "./pieces.ts";
import { randomBias } from "./random-data.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Types of the activations and states of an LSTM, and of its weights. */
interface LstmTypes {
  readonly activations: TensorType;
  readonly weights: TensorType;
  readonly bias: TensorType;
  readonly cell: TensorType;
}

const TYPES: Readonly<Record<string, LstmTypes>> = {
  int8: { activations: "int8", weights: "int8", bias: "int32", cell: "int16" },
  int16: { activations: "int16", weights: "int8", bias: "int64", cell: "int16" },
  float32: { activations: "float32", weights: "float32", bias: "float32", cell: "float32" },
};

const GATES = [0, 1, 2, 3] as const;

/** Inputs that variants which nobody here computes would have. */
const absent = (count: number): undefined[] => new Array(count).fill(undefined);

function biasOf(type: TensorType, units: number, seed: number): GeneratedTensor {
  if (type === "float32") return constant(type, [units], seed);
  const data = randomBias(units, seed);
  if (type === "int32") return { type, shape: [units], data };
  const wide = BigInt64Array.from(new Int32Array(data.buffer), BigInt);
  return { type, shape: [units], data: new Uint8Array(wide.buffer) };
}

const arbitrary = fc.record({
  batches: fc.constantFrom(1, 1, 2),
  steps: fc.integer({ min: 1, max: 4 }),
  depth: extent,
  units: smallExtent,
  timeMajor: fc.boolean(),
  cellClip: fc.constantFrom(0, 0, 0.5, 3),
  seed,
  inputScale: scale(-8, -4),
  hiddenScale: scale(-9, -6),
  cellPower: fc.integer({ min: -14, max: -10 }),
  weightScales: fc.array(scale(-9, -5), { minLength: 8, maxLength: 8 }),
});

/** UNIDIRECTIONAL_SEQUENCE_LSTM without peepholes, projection or normalization. Both states are variables. */
export const lstm = (type: "int8" | "int16" | "float32"): fc.Arbitrary<SingleOperator> =>
  fc.tuple(arbitrary, zeroPoint(type), zeroPoint(type)).map(([spec, inputZero, hiddenZero]) => {
    const { batches, steps, depth, units, timeMajor, cellClip, seed } = spec;
    const { activations, weights, bias, cell } = TYPES[type]!;
    const quantized = (scale: number, zero: number): GeneratedQuantization | undefined =>
      type === "float32" ? undefined : { scale: [scale], zeroPoint: [zero] };
    const gate = (columns: number, first: number) =>
      GATES.map((i) =>
        constant(weights, [units, columns], seed + first + i, quantized(spec.weightScales[first + i]!, 0)),
      );
    const state = (type: TensorType, own: GeneratedQuantization | undefined): GeneratedTensor => ({
      type,
      shape: [batches, units],
      quantization: own,
      isVariable: true,
    });
    const hidden = quantized(spec.hiddenScale, hiddenZero);
    const outer = timeMajor ? [steps, batches] : [batches, steps];
    return {
      operator: "UNIDIRECTIONAL_SEQUENCE_LSTM",
      options: {
        type: "UnidirectionalSequenceLSTMOptions",
        value: { fusedActivationFunction: "TANH", timeMajor, cellClip },
      },
      inputs: [
        { type: activations, shape: [...outer, depth], quantization: quantized(spec.inputScale, inputZero) },
        ...gate(depth, 0),
        ...gate(units, 4),
        ...absent(3),
        ...GATES.map((i) => biasOf(bias, units, seed + 20 + i)),
        ...absent(2),
        state(activations, hidden),
        state(cell, quantized(2 ** spec.cellPower, 0)),
        ...absent(4),
      ],
      outputs: [{ type: activations, shape: [...outer, units], quantization: hidden }],
    };
  });
