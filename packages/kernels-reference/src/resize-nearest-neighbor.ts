import {
  type AnyKernel,
  type Kernel,
  type KernelNode,
  type PrepareHost,
  type Region,
  type ResizeParams,
  resizeNearestNeighbor,
} from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { roundHalfAwayFromZero } from "./arithmetic/round.ts";
import { copyBytes } from "./shared/copy-bytes.ts";
import { elementBytesOf } from "./shared/strided-copy.ts";

const TYPES = "float32|int8|int16";

const { fround } = Math;

interface NearestLayout {
  /** The input's row for each of the output's, and the input's column. */
  readonly rows: Region<"int32">;
  readonly columns: Region<"int32">;
  readonly pixelBytes: number;
}

/** The position in the input for one in the output, in float32 as TFLite computes it. */
function nearest(position: number, inputExtent: number, outputExtent: number, params: ResizeParams): number {
  const { alignCorners, halfPixelCenters } = params;
  const scale =
    alignCorners && outputExtent > 1
      ? fround((inputExtent - 1) / (outputExtent - 1))
      : fround(inputExtent / outputExtent);
  const exact = fround(fround(position + (halfPixelCenters ? 0.5 : 0)) * scale);
  return clamp(alignCorners ? roundHalfAwayFromZero(exact) : Math.floor(exact), 0, inputExtent - 1);
}

function prepareNearest(node: KernelNode<ResizeParams>, host: PrepareHost): NearestLayout {
  const [input, output] = [node.input(0), node.output(0)];
  const positions = (dimension: number): Region<"int32"> => {
    const [inputExtent, outputExtent] = [input.shape[dimension]!, output.shape[dimension]!];
    const region = host.allocatePersistent("int32", outputExtent);
    for (let i = 0; i < outputExtent; i++) region.data[i] = nearest(i, inputExtent, outputExtent, node.params);
    return region;
  };
  return { rows: positions(1), columns: positions(2), pixelBytes: input.shape[3]! * elementBytesOf(input) };
}

/** Copies pixels. */
export const resizeNearestNeighborAny: Kernel<ResizeParams, NearestLayout> = {
  name: "resize_nearest_neighbor_any",
  operator: resizeNearestNeighbor,
  types: `${TYPES}, int32 -> ${TYPES}`,
  prepare: prepareNearest,
  invoke(node, { rows, columns, pixelBytes }) {
    const { shape } = node.input(0);
    const batches = shape[0]!;
    const height = shape[1]!;
    const width = shape[2]!;
    const input = node.input(0).bytes;
    const output = node.output(0).bytes;
    let out = 0;
    for (let batch = 0; batch < batches; batch++) {
      for (let y = 0; y < rows.data.length; y++) {
        const row = (batch * height + rows.data[y]!) * width;
        for (let x = 0; x < columns.data.length; x++) {
          copyBytes(input, (row + columns.data[x]!) * pixelBytes, pixelBytes, output, out);
          out += pixelBytes;
        }
      }
    }
  },
};

/** RESIZE_NEAREST_NEIGHBOR in every type. */
export const resizeNearestNeighborKernels: readonly AnyKernel[] = [resizeNearestNeighborAny];
