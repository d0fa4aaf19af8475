import { type AnyKernel, type Kernel, type TransposeParams, transpose } from "@thimble/core";
import { copyStrided, elementBytesOf, prepareStridedCopy, type StridedCopy } from "./shared/strided-copy.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

type TransposeKernel = Kernel<TransposeParams, StridedCopy>;

const transposeKernel = (name: string, types: string, beyondTflm: boolean): TransposeKernel => ({
  name: `transpose_${name}`,
  operator: transpose,
  types: `${types}, int32 -> ${types}`,
  beyondTflm,
  prepare(node) {
    const input = node.input(0);
    const strides = stridesOf(input.shape);
    const steps = node.params.permutation.map((dimension) => strides[dimension]!);
    return prepareStridedCopy(node.output(0).shape, steps, elementBytesOf(input));
  },
  invoke(node, copy) {
    copyStrided(copy, node.input(0).bytes, 0, node.output(0).bytes);
  },
});

export const transposeAny: TransposeKernel = transposeKernel("any", "float32|int8|int16", false);
export const transposeS32: TransposeKernel = transposeKernel("s32", "int32", true);

/** TRANSPOSE in every type. */
export const transposeKernels: readonly AnyKernel[] = [transposeAny, transposeS32];
