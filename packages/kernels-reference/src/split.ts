import { type AnyKernel, type Kernel, type SplitParams, split } from "@thimble/core";
import { axisLayout } from "./shared/axis-layout.ts";
import { deinterleaveOutputs } from "./shared/interleave.ts";

const TYPES = "float32|int8|int16|int32";

/** Hands each output its part of the input. */
export const splitAny: Kernel<SplitParams, number> = {
  name: "split_any",
  operator: split,
  types: `int32, ${TYPES} -> ${TYPES}...`,
  prepare: (node) => axisLayout(node.input(1).shape, node.params.axis).outer,
  invoke(node, positions) {
    deinterleaveOutputs(node, node.input(1).bytes, positions);
  },
};

/** SPLIT in every type. */
export const splitKernels: readonly AnyKernel[] = [splitAny];
