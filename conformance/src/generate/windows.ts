import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import { activation, extent, int32s, padding, positionsOf, quantization, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Pools and resizes: operators on images without weights. */

/** Elements of a window of this height and width, all at one end, pass 16 bits. */
const LARGE = 17;

export const pool = (
  operator: "AVERAGE_POOL_2D" | "MAX_POOL_2D" | "L2_POOL_2D",
  type: TensorType,
): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      batches: fc.constantFrom(1, 1, 2),
      height: smallExtent,
      width: smallExtent,
      channels: extent,
      size: fc.tuple(smallExtent, smallExtent),
      isLarge: fc.integer({ min: 0, max: 15 }).map((one) => one === 0),
      stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      padding,
      fusedActivationFunction: activation,
      same: quantization(type),
    })
    .map((spec) => {
      const { batches, channels, size, stride, padding, fusedActivationFunction, same, isLarge } = spec;
      const [height, width] = isLarge ? [LARGE, LARGE] : [spec.height, spec.width];
      const [filterHeight, filterWidth] = isLarge
        ? [LARGE, LARGE]
        : [Math.min(size[0], height), Math.min(size[1], width)];
      const positions = [
        positionsOf(height, { size: filterHeight, stride: stride[0], dilation: 1 }, padding),
        positionsOf(width, { size: filterWidth, stride: stride[1], dilation: 1 }, padding),
      ];
      return {
        operator,
        options: {
          type: "Pool2DOptions",
          value: {
            padding,
            strideH: stride[0],
            strideW: stride[1],
            filterHeight,
            filterWidth,
            fusedActivationFunction,
          },
        },
        inputs: [{ type, shape: [batches, height, width, channels], quantization: same }],
        outputs: [{ type, shape: [batches, ...positions, channels], quantization: same }],
      };
    });

const RESIZE_OPTIONS = {
  RESIZE_BILINEAR: "ResizeBilinearOptions",
  RESIZE_NEAREST_NEIGHBOR: "ResizeNearestNeighborOptions",
};

export const resize = (operator: keyof typeof RESIZE_OPTIONS, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      input: fc.tuple(smallExtent, smallExtent),
      output: fc.tuple(extent, extent),
      batches: fc.constantFrom(1, 2),
      channels: smallExtent,
      centers: fc.constantFrom("none", "corners", "half"),
      same: quantization(type),
    })
    .map(({ input, output, batches, channels, centers, same }) => ({
      operator,
      options: {
        type: RESIZE_OPTIONS[operator],
        value: { alignCorners: centers === "corners", halfPixelCenters: centers === "half" },
      },
      inputs: [{ type, shape: [batches, ...input, channels], quantization: same }, int32s(output)],
      outputs: [{ type, shape: [batches, ...output, channels], quantization: same }],
    }));
