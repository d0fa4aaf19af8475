import {
  type AnyKernel,
  type Kernel,
  type KernelNode,
  nodeError,
  type PrepareHost,
  type Region,
  reverseV2,
} from "@thimble/core";
import { copyBytes } from "./shared/copy-bytes.ts";
import { elementBytesOf } from "./shared/strided-copy.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int32|int16|int8|uint8|int64|bool";

interface Reversal {
  /** 1 for each dimension that is reversed; the axes may change from one invoke to the next. */
  readonly isReversed: Region<"uint8">;
  readonly strides: readonly number[];
  readonly elementBytes: number;
}

const prepareReversal = (node: KernelNode<void>, host: PrepareHost): Reversal => ({
  isReversed: host.allocatePersistent("uint8", node.input(0).shape.length),
  strides: stridesOf(node.input(0).shape),
  elementBytes: elementBytesOf(node.input(0)),
});

/** Marks the dimensions that `axis` lists. Throws `NODE_INVALID` for one that the input has not. */
function markReversed(node: KernelNode<void>, isReversed: Uint8Array): void {
  const axes = node.input(1).data as Int32Array;
  const rank = node.input(0).shape.length;
  isReversed.fill(0);
  for (let i = 0; i < axes.length; i++) {
    const axis = axes[i]! < 0 ? axes[i]! + rank : axes[i]!;
    if (axis < 0 || axis >= rank) throw nodeError(node, `axis is ${axes[i]}, the input has ${rank} dimensions`);
    isReversed[axis] = 1;
  }
}

/** The element of the input, by its number, that stands at `index` of the output. */
function sourceOf(index: number, shape: readonly number[], strides: readonly number[], isReversed: Uint8Array): number {
  let source = 0;
  let rest = index;
  for (let i = 0; i < shape.length; i++) {
    const stride = strides[i]!;
    const position = (rest / stride) | 0;
    rest -= position * stride;
    source += (isReversed[i] ? shape[i]! - 1 - position : position) * stride;
  }
  return source;
}

/** Copies element by element, as bytes. */
export const reverseV2Any: Kernel<void, Reversal> = {
  name: "reverse_v2_any",
  operator: reverseV2,
  types: `${TYPES}, int32 -> ${TYPES}`,
  prepare: prepareReversal,
  invoke(node, { isReversed, strides, elementBytes }) {
    const { shape, bytes: input } = node.input(0);
    const { size, bytes: output } = node.output(0);
    markReversed(node, isReversed.data);
    for (let i = 0; i < size; i++)
      copyBytes(
        input,
        sourceOf(i, shape, strides, isReversed.data) * elementBytes,
        elementBytes,
        output,
        i * elementBytes,
      );
  },
};

/** REVERSE_V2 in every type. */
export const reverseV2Kernels: readonly AnyKernel[] = [reverseV2Any];
