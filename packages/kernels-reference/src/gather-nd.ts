import { type AnyKernel, type GatherNdParams, gatherNd, type Kernel, type KernelNode, nodeError } from "@thimble/core";
import { copyBytes } from "./shared/copy-bytes.ts";
import { elementBytesOf } from "./shared/strided-copy.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int8";

interface GatherNdLayout {
  /** Bytes between neighbours along each dimension that an index counts in. */
  readonly steps: readonly number[];
  readonly sliceBytes: number;
}

function prepareGatherNd(node: KernelNode<GatherNdParams>): GatherNdLayout {
  const { indexLength } = node.params;
  const params = node.input(0);
  const elementBytes = elementBytesOf(params);
  const sliceElements = params.shape.slice(indexLength).reduce((size, extent) => size * extent, 1);
  return {
    steps: stridesOf(params.shape)
      .slice(0, indexLength)
      .map((stride) => stride * elementBytes),
    sliceBytes: sliceElements * elementBytes,
  };
}

/** Byte of the slice that the index from `at` on names. Only the whole must lie in `params`, not each extent: as in TFLM. */
function sliceStart(node: KernelNode<GatherNdParams>, at: number, { steps, sliceBytes }: GatherNdLayout): number {
  const indices = node.input(1).data as Int32Array;
  let start = 0;
  for (let i = 0; i < steps.length; i++) start += indices[at + i]! * steps[i]!;
  if (start < 0 || start + sliceBytes > node.input(0).byteLength)
    throw nodeError(node, `indices[${at}] and those that follow lie outside of params`);
  return start;
}

/** Copies the slices that the indices name. */
export const gatherNdAny: Kernel<GatherNdParams, GatherNdLayout> = {
  name: "gather_nd_any",
  operator: gatherNd,
  types: `${TYPES}, int32 -> ${TYPES}`,
  prepare: prepareGatherNd,
  invoke(node, layout) {
    const { indexLength } = node.params;
    const { sliceBytes } = layout;
    const params = node.input(0).bytes;
    const output = node.output(0).bytes;
    for (let out = 0, at = 0; out < output.length; out += sliceBytes, at += indexLength)
      copyBytes(params, sliceStart(node, at, layout), sliceBytes, output, out);
  },
};

/** GATHER_ND in every type. */
export const gatherNdKernels: readonly AnyKernel[] = [gatherNdAny];
