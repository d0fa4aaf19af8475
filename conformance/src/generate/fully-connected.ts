import fc from "fast-check";
import type { GeneratedTensor } from "./graph.ts";
import { activation, extent, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";
import { layer, layerSpec, type WeightTypes } from "./weights.ts";

/** A filter of integers has zero points too. Those of rows do not count. */
const withZeroPoint = (filter: GeneratedTensor, { activations }: WeightTypes, zeroPoint: number): GeneratedTensor =>
  activations !== "float32" && filter.quantization
    ? { ...filter, quantization: { ...filter.quantization, zeroPoint: filter.quantization.scale.map(() => zeroPoint) } }
    : filter;

/** FULLY_CONNECTED with one scale or one a row; a single zero point of the weights counts. */
export const fullyConnected = (types: WeightTypes): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      ...layerSpec(types),
      batches: smallExtent,
      depth: fc.oneof(extent, fc.integer({ min: 41, max: 300 })),
      units: extent,
      fusedActivationFunction: activation,
      quantizedBiasType: fc.constantFrom("float32", "float32", "int32", "int64"),
      weightsZeroPoint: types.weights === "int4" ? fc.constantFrom(0, -8, 7) : fc.constantFrom(0, 0, 0, -128, 127, 5),
    })
    .chain((spec) => {
      const { batches, depth, units, fusedActivationFunction, quantizedBiasType, weightsZeroPoint } = spec;
      return layer(types, spec, {
        input: [batches, depth],
        filter: [units, depth],
        output: [batches, units],
        filterChannels: 0,
      }).map(({ input, filter, bias, output }) => ({
        operator: "FULLY_CONNECTED" as const,
        options: { type: "FullyConnectedOptions", value: { fusedActivationFunction, quantizedBiasType } },
        inputs: [input, withZeroPoint(filter, types, weightsZeroPoint), bias],
        outputs: [output],
      }));
    });
