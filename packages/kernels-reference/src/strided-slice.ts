import { type AnyKernel, type Kernel, type KernelNode, type StridedSliceParams, stridedSlice } from "@thimble/core";
import { copyStrided, elementBytesOf, prepareStridedCopy, type StridedCopy } from "./shared/strided-copy.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int8|int16|int32|bool";

interface StridedSlice {
  readonly copy: StridedCopy;
  /** Byte of the first element. */
  readonly start: number;
}

function prepareStridedSlice(node: KernelNode<StridedSliceParams>): StridedSlice {
  const { slices } = node.params;
  const input = node.input(0);
  const elementBytes = elementBytesOf(input);
  const strides = stridesOf(input.shape);
  const extents = slices.map(({ count }) => count);
  const steps = slices.map(({ stride }, i) => stride * strides[i]!);
  const start = slices.reduce((sum, { begin }, i) => sum + begin * strides[i]! * elementBytes, 0);
  return { copy: prepareStridedCopy(extents, steps, elementBytes), start };
}

type StridedSliceKernel = Kernel<StridedSliceParams, StridedSlice>;

const stridedSliceKernel = (
  name: string,
  details: Pick<StridedSliceKernel, "beyondTflm" | "supports">,
): StridedSliceKernel => ({
  name: `strided_slice_${name}`,
  operator: stridedSlice,
  types: `${TYPES}, int32, int32, int32 -> ${TYPES}`,
  ...details,
  prepare: prepareStridedSlice,
  invoke(node, { copy, start }) {
    copyStrided(copy, node.input(0).bytes, start, node.output(0).bytes);
  },
});

export const stridedSliceAny: StridedSliceKernel = stridedSliceKernel("any", {
  supports: (node) => node.params.isPlain || "uses an ellipsis, a new axis or relative ends",
});

/** With an ellipsis, new axes, fewer indices than dimensions, or ends relative to their begin. */
export const stridedSliceMasked: StridedSliceKernel = stridedSliceKernel("masked", { beyondTflm: true });

/** STRIDED_SLICE in every type. */
export const stridedSliceKernels: readonly AnyKernel[] = [stridedSliceAny, stridedSliceMasked];
