import fc from "fast-check";
import { activation, extent, int32s, padding, positionsOf, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";
import { layer, layerSpec, type WeightTypes } from "./weights.ts";

/** CONV_2D, DEPTHWISE_CONV_2D and TRANSPOSE_CONV. */

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

/** Windows that tests like most: 1×1, 3×3 and 5×5. */
const windows: fc.Arbitrary<readonly [Window, Window]> = fc.oneof(
  fc.tuple(window, window),
  fc.constantFrom(1, 3, 3, 5).chain((size) =>
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
  ...layerSpec(types),
  windows,
  padding,
  fusedActivationFunction: activation,
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
      const [vertical, horizontal] = spec.windows;
      const { batches, height, width, padding, groups, groupChannels, fusedActivationFunction } = spec;
      const filters = groups * spec.groupFilters;
      const positions = [positionsOf(height, vertical, padding), positionsOf(width, horizontal, padding)];
      return layer(types, spec, {
        input: [batches, height, width, groups * groupChannels],
        filter: [filters, vertical.size, horizontal.size, groupChannels],
        output: [batches, ...positions, filters],
        filterChannels: 0,
      }).map(({ input, filter, bias, output }) => ({
        operator: "CONV_2D" as const,
        options: {
          type: "Conv2DOptions",
          value: { ...windowOptions(spec.windows), padding, fusedActivationFunction },
        },
        inputs: [input, filter, bias],
        outputs: [output],
      }));
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
      const [vertical, horizontal] = spec.windows;
      const { batches, height, width, padding, channels, depthMultiplier, fusedActivationFunction } = spec;
      const filters = channels * depthMultiplier;
      const positions = [positionsOf(height, vertical, padding), positionsOf(width, horizontal, padding)];
      return layer(types, spec, {
        input: [batches, height, width, channels],
        filter: [1, vertical.size, horizontal.size, filters],
        output: [batches, ...positions, filters],
        filterChannels: 3,
      }).map(({ input, filter, bias, output }) => ({
        operator: "DEPTHWISE_CONV_2D" as const,
        options: {
          type: "DepthwiseConv2DOptions",
          value: { ...windowOptions(spec.windows), padding, depthMultiplier, fusedActivationFunction },
        },
        inputs: [input, filter, bias],
        outputs: [output],
      }));
    });

/** A window of a transposed convolution over one dimension. */
const spread = fc.record({ size: fc.integer({ min: 1, max: 5 }), stride: fc.integer({ min: 1, max: 3 }) });

/** Output positions that a transposed window reaches, with TensorFlow's padding. */
const spreadPositions = (positions: number, { size, stride }: { size: number; stride: number }, padding: string) =>
  padding === "SAME" ? positions * stride : (positions - 1) * stride + size;

/** TRANSPOSE_CONV without activation. */
export const transposeConv = (types: WeightTypes): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      ...layerSpec(types),
      vertical: spread,
      horizontal: spread,
      padding,
      height: smallExtent,
      width: smallExtent,
      channels: extent,
      filters: extent,
    })
    .chain((spec) => {
      const { vertical, horizontal, height, width, padding, channels, filters } = spec;
      const shape = [
        1,
        spreadPositions(height, vertical, padding),
        spreadPositions(width, horizontal, padding),
        filters,
      ];
      return layer(types, spec, {
        input: [1, height, width, channels],
        filter: [filters, vertical.size, horizontal.size, channels],
        output: shape,
        filterChannels: 0,
      }).map(({ input, filter, bias, output }) => ({
        operator: "TRANSPOSE_CONV" as const,
        options: {
          type: "TransposeConvOptions",
          value: { padding, strideH: vertical.stride, strideW: horizontal.stride },
        },
        // Where no window reaches, fast kernels may add products with 0.
        inputs: [int32s(shape), filter, { ...input, hints: { isFinite: true } }, bias],
        outputs: [output],
      }));
    });
