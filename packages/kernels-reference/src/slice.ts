import { type AnyKernel, type Kernel, type KernelNode, nodeError, slice } from "@thimble/core";
import { copyStrided, elementBytesOf, prepareStridedCopy, type StridedCopy } from "./shared/strided-copy.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int32|int8|int16|bool";

interface SliceData {
  readonly copy: StridedCopy;
  /** Bytes between neighbours along each dimension of the input. */
  readonly steps: readonly number[];
}

/** Begin along one dimension. Throws `NODE_INVALID` where the slice leaves the input, or does not fill the output. */
function beginAt(node: KernelNode<void>, i: number): number {
  const begin = Number(node.input(1).data[i]);
  const size = Number(node.input(2).data[i]);
  const extent = node.input(0).shape[i]!;
  const count = node.output(0).shape[i]!;
  if (begin < 0 || begin + count > extent)
    throw nodeError(node, `takes ${count} elements from ${begin} on of dimension ${i}, which has ${extent}`);
  if ((size === -1 ? extent - begin : size) !== count)
    throw nodeError(node, `takes ${size} elements from ${begin} on of dimension ${i}, the output has ${count}`);
  return begin;
}

/** Copies the box of the output's shape that begins at `begin`, which may change from one invoke to the next. */
export const sliceAny: Kernel<void, SliceData> = {
  name: "slice_any",
  operator: slice,
  types: `${TYPES}, int32|int64, int32|int64 -> ${TYPES}`,
  prepare(node) {
    const input = node.input(0);
    const strides = stridesOf(input.shape);
    const elementBytes = elementBytesOf(input);
    return {
      copy: prepareStridedCopy(node.output(0).shape, strides, elementBytes),
      steps: strides.map((stride) => stride * elementBytes),
    };
  },
  invoke(node, { copy, steps }) {
    let start = 0;
    for (let i = 0; i < steps.length; i++) start += beginAt(node, i) * steps[i]!;
    copyStrided(copy, node.input(0).bytes, start, node.output(0).bytes);
  },
};

/** SLICE in every type. */
export const sliceKernels: readonly AnyKernel[] = [sliceAny];
