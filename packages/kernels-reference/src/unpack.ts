import { type AnyKernel, type Kernel, type UnpackParams, unpack } from "@thimble/core";
import { axisLayout } from "./shared/axis-layout.ts";
import { deinterleaveOutputs } from "./shared/interleave.ts";

const TYPES = "float32|int8|int16|int32";

/** Hands each output its slice of the input. */
export const unpackAny: Kernel<UnpackParams, number> = {
  name: "unpack_any",
  operator: unpack,
  types: `${TYPES} -> ${TYPES}...`,
  prepare: (node) => axisLayout(node.input(0).shape, node.params.axis).outer,
  invoke(node, positions) {
    deinterleaveOutputs(node, node.input(0).bytes, positions);
  },
};

/** UNPACK in every type. */
export const unpackKernels: readonly AnyKernel[] = [unpackAny];
