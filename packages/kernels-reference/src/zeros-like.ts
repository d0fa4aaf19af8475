import { type AnyKernel, type Kernel, zerosLike } from "@thimble/core";

const TYPES = "float32|int8|int32|int64";

/** Bytes of 0, which every type stores for 0. */
export const zerosLikeAny: Kernel<void> = {
  name: "zeros_like_any",
  operator: zerosLike,
  types: `${TYPES} -> ${TYPES}`,
  inPlace: [0],
  invoke(node) {
    node.output(0).bytes.fill(0);
  },
};

/** ZEROS_LIKE in every type. */
export const zerosLikeKernels: readonly AnyKernel[] = [zerosLikeAny];
