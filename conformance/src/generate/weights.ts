import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import {
  activation,
  constant,
  extent,
  filterQuantization,
  int32s,
  padding,
  positionsOf,
  scale,
  seed,
  smallExtent,
  zeroPoint,
} from "./pieces.ts";
import { randomBias } from "./random-data.ts";
import type { GeneratedQuantization, GeneratedTensor, SingleOperator } from "./single-operator.ts";

/** Operators with weights: CONV_2D, DEPTHWISE_CONV_2D, FULLY_CONNECTED. */

/** Types of activations and weights. */
export interface WeightTypes {
  readonly activations: "int8" | "int16" | "float32";
  readonly weights: "int8" | "int4" | "float32";
}

const isFloat = (type: TensorType): boolean => type === "float32";

/** How input and output are quantized; a multiplier may go left too. */
const ends = (types: WeightTypes) =>
  fc.record({
    input: scale(),
    inputZeroPoint: zeroPoint(types.activations),
    output: scale(-9, 4),
    outputZeroPoint: zeroPoint(types.activations),
  });

const quantized = (types: WeightTypes, scale: number, zeroPoint: number): GeneratedQuantization | undefined =>
  isFloat(types.activations) ? undefined : { scale: [scale], zeroPoint: [zeroPoint] };

/** A bias of the type that goes with the activations, or none. */
function bias(types: WeightTypes, length: number, seed: number, has: boolean): GeneratedTensor | undefined {
  if (!has) return undefined;
  if (isFloat(types.activations)) return constant("float32", [length], seed);
  const data = randomBias(length, seed);
  if (types.activations === "int8") return { type: "int32", shape: [length], data };
  const wide = BigInt64Array.from(new Int32Array(data.buffer), BigInt);
  return { type: "int64", shape: [length], data: new Uint8Array(wide.buffer) };
}

const filterOf = (types: WeightTypes, shape: readonly number[], seed: number, quantization: GeneratedQuantization) =>
  constant(types.weights, shape, seed, isFloat(types.weights) ? undefined : quantization);

/** A window over one dimension: not larger than reaches beyond the input. */
const window = fc.record({
  size: fc.integer({ min: 1, max: 5 }),
  stride: fc.integer({ min: 1, max: 3 }),
  dilation: fc.constantFrom(1, 1, 1, 2, 3),
});

interface Window {
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
}

/** Windows that tests like most: 1×1 and 3×3. */
const windows: fc.Arbitrary<readonly [Window, Window]> = fc.oneof(
  fc.tuple(window, window),
  fc.constantFrom(1, 3).chain((size) =>
    fc.constantFrom(1, 2).map((stride): readonly [Window, Window] => {
      const both = { size, stride, dilation: 1 };
      return [both, both];
    }),
  ),
);

const windowOptions = ([height, width]: readonly [Window, Window]) => ({
  strideH: height.stride,
  strideW: width.stride,
  dilationHFactor: height.dilation,
  dilationWFactor: width.dilation,
});

const common = (types: WeightTypes) => ({
  windows,
  padding,
  fusedActivationFunction: activation,
  ends: ends(types),
  seed,
  hasBias: fc.boolean(),
  batches: fc.constantFrom(1, 1, 2),
  height: extent,
  width: extent,
});

/** CONV_2D, grouped or not. */
export const conv2d = (types: WeightTypes): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      ...common(types),
      groups: fc.constantFrom(1, 1, 1, 2, 3),
      groupChannels: extent,
      groupFilters: smallExtent,
    })
    .chain((spec) => {
      const filters = spec.groups * spec.groupFilters;
      return filterQuantization(filters, 0).map((quantization) => {
        const [vertical, horizontal] = spec.windows;
        const { input, output, inputZeroPoint, outputZeroPoint } = spec.ends;
        const { batches, height, width, padding } = spec;
        const shape = [batches, height, width, spec.groups * spec.groupChannels];
        const filter = [filters, vertical.size, horizontal.size, spec.groupChannels];
        const positions = [positionsOf(height, vertical, padding), positionsOf(width, horizontal, padding)];
        return {
          operator: "CONV_2D" as const,
          reduction: vertical.size * horizontal.size * spec.groupChannels,
          options: {
            type: "Conv2DOptions",
            value: { ...windowOptions(spec.windows), padding, fusedActivationFunction: spec.fusedActivationFunction },
          },
          inputs: [
            { type: types.activations, shape, quantization: quantized(types, input, inputZeroPoint) },
            filterOf(types, filter, spec.seed, quantization),
            bias(types, filters, spec.seed + 1, spec.hasBias),
          ],
          outputs: [
            {
              type: types.activations,
              shape: [batches, ...positions, filters],
              quantization: quantized(types, output, outputZeroPoint),
            },
          ],
        };
      });
    });

/** DEPTHWISE_CONV_2D with any multiplier. */
export const depthwiseConv2d = (types: WeightTypes): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      ...common(types),
      channels: extent,
      depthMultiplier: fc.constantFrom(1, 1, 1, 2, 3, 8),
    })
    .chain((spec) => {
      const filters = spec.channels * spec.depthMultiplier;
      return filterQuantization(filters, 3).map((quantization) => {
        const [vertical, horizontal] = spec.windows;
        const { input, output, inputZeroPoint, outputZeroPoint } = spec.ends;
        const { batches, height, width, padding, depthMultiplier } = spec;
        const positions = [positionsOf(height, vertical, padding), positionsOf(width, horizontal, padding)];
        return {
          operator: "DEPTHWISE_CONV_2D" as const,
          reduction: vertical.size * horizontal.size,
          options: {
            type: "DepthwiseConv2DOptions",
            value: {
              ...windowOptions(spec.windows),
              padding,
              depthMultiplier,
              fusedActivationFunction: spec.fusedActivationFunction,
            },
          },
          inputs: [
            {
              type: types.activations,
              shape: [batches, height, width, spec.channels],
              quantization: quantized(types, input, inputZeroPoint),
            },
            filterOf(types, [1, vertical.size, horizontal.size, filters], spec.seed, quantization),
            bias(types, filters, spec.seed + 1, spec.hasBias),
          ],
          outputs: [
            {
              type: types.activations,
              shape: [batches, ...positions, filters],
              quantization: quantized(types, output, outputZeroPoint),
            },
          ],
        };
      });
    });

/** FULLY_CONNECTED with one scale or one a row; a single zero point of the weights counts. */
export const fullyConnected = (types: WeightTypes): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      batches: smallExtent,
      depth: fc.oneof(extent, fc.integer({ min: 41, max: 300 })),
      units: extent,
      ends: ends(types),
      fusedActivationFunction: activation,
      weightsZeroPoint: types.weights === "int4" ? fc.constantFrom(0, -8, 7) : fc.constantFrom(0, 0, 0, -128, 127, 5),
      seed,
      hasBias: fc.boolean(),
    })
    .chain((spec) =>
      filterQuantization(spec.units, 0).map((quantization) => {
        const { input, output, inputZeroPoint, outputZeroPoint } = spec.ends;
        const { batches, depth, units } = spec;
        const isPlain = quantization.scale.length > 1 || types.activations !== "int8";
        const zeroPoint = isPlain ? quantization.zeroPoint : [spec.weightsZeroPoint];
        return {
          operator: "FULLY_CONNECTED" as const,
          reduction: depth,
          options: {
            type: "FullyConnectedOptions",
            value: { fusedActivationFunction: spec.fusedActivationFunction },
          },
          inputs: [
            { type: types.activations, shape: [batches, depth], quantization: quantized(types, input, inputZeroPoint) },
            filterOf(types, [units, depth], spec.seed, { ...quantization, zeroPoint }),
            bias(types, units, spec.seed + 1, spec.hasBias),
          ],
          outputs: [
            {
              type: types.activations,
              shape: [batches, units],
              quantization: quantized(types, output, outputZeroPoint),
            },
          ],
        };
      }),
    );

/** A window of a transposed convolution over one dimension. */
const spread = fc.record({ size: fc.integer({ min: 1, max: 5 }), stride: fc.integer({ min: 1, max: 3 }) });

/** Output positions that a transposed window reaches, with TensorFlow's padding. */
const spreadPositions = (positions: number, { size, stride }: { size: number; stride: number }, padding: string) =>
  padding === "SAME" ? positions * stride : (positions - 1) * stride + size;

/** TRANSPOSE_CONV without activation. */
export const transposeConv = (types: WeightTypes): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      vertical: spread,
      horizontal: spread,
      padding,
      ends: ends(types),
      seed,
      hasBias: fc.boolean(),
      height: smallExtent,
      width: smallExtent,
      channels: extent,
      filters: extent,
    })
    .chain((spec) =>
      filterQuantization(spec.filters, 0).map((quantization) => {
        const { vertical, horizontal, height, width, padding, channels, filters } = spec;
        const { input, output, inputZeroPoint, outputZeroPoint } = spec.ends;
        const shape = [
          1,
          spreadPositions(height, vertical, padding),
          spreadPositions(width, horizontal, padding),
          filters,
        ];
        return {
          operator: "TRANSPOSE_CONV" as const,
          reduction: vertical.size * horizontal.size * channels,
          options: {
            type: "TransposeConvOptions",
            value: { padding, strideH: vertical.stride, strideW: horizontal.stride },
          },
          inputs: [
            int32s(shape),
            filterOf(types, [filters, vertical.size, horizontal.size, channels], spec.seed, quantization),
            {
              type: types.activations,
              shape: [1, height, width, channels],
              quantization: quantized(types, input, inputZeroPoint),
            },
            bias(types, filters, spec.seed + 1, spec.hasBias),
          ],
          outputs: [{ type: types.activations, shape, quantization: quantized(types, output, outputZeroPoint) }],
        };
      }),
    );
