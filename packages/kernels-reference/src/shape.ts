import { type AnyKernel, type Kernel, shape } from "@thimble/core";

/** The extents of an input of any type as int32. */
export const shapeAny: Kernel<void> = {
  name: "shape_any",
  operator: shape,
  types: "any -> int32",
  invoke(node) {
    const extents = node.input(0).shape;
    const output = node.output(0).data as Int32Array;
    for (let i = 0; i < output.length; i++) output[i] = extents[i]!;
  },
};

/** SHAPE in every type. */
export const shapeKernels: readonly AnyKernel[] = [shapeAny];
