import {
  type AnyKernel,
  type Kernel,
  type KernelNode,
  nodeError,
  type PrepareHost,
  type Region,
  reverseV2,
} from "@thimble/core";
import type { Elements } from "./shared/elements.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int32|int16|int8|uint8|int64|bool";

interface Reversal {
  /** 1 for each dimension that is reversed; the axes may change from one invoke to the next. */
  readonly isReversed: Region<"uint8">;
  readonly strides: readonly number[];
}

const prepareReversal = (node: KernelNode<void>, host: PrepareHost): Reversal => ({
  isReversed: host.allocatePersistent("uint8", node.input(0).shape.length),
  strides: stridesOf(node.input(0).shape),
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

/** The element of the input that stands at `index` of the output. */
function sourceOf(index: number, shape: readonly number[], strides: readonly number[], isReversed: Uint8Array): number {
  let source = 0;
  let rest = index;
  for (let i = 0; i < shape.length; i++) {
    const stride = strides[i]!;
    const position = Math.floor(rest / stride);
    rest -= position * stride;
    source += (isReversed[i] ? shape[i]! - 1 - position : position) * stride;
  }
  return source;
}

/** Copies element by element. */
export const reverseV2Any: Kernel<void, Reversal> = {
  name: "reverse_v2_any",
  operator: reverseV2,
  types: `${TYPES}, int32 -> ${TYPES}`,
  prepare: prepareReversal,
  invoke(node, { isReversed, strides }) {
    const { shape } = node.input(0);
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    markReversed(node, isReversed.data);
    for (let i = 0; i < output.length; i++) output[i] = input[sourceOf(i, shape, strides, isReversed.data)]!;
  },
};

/** REVERSE_V2 in every type. */
export const reverseV2Kernels: readonly AnyKernel[] = [reverseV2Any];
