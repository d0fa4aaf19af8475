import { type AnyKernel, type Kernel, type SplitParams, splitV } from "@thimble/core";
import { axisLayout } from "./shared/axis-layout.ts";
import { deinterleaveOutputs } from "./shared/interleave.ts";

const TYPES = "float32|int8|int16|int32";

/** Hands each output its part of the input. */
export const splitVAny: Kernel<SplitParams, number> = {
  name: "split_v_any",
  operator: splitV,
  types: `${TYPES}, int32|int64, int32 -> ${TYPES}...`,
  prepare: (node) => axisLayout(node.input(0).shape, node.params.axis).outer,
  invoke(node, positions) {
    deinterleaveOutputs(node, node.input(0).bytes, positions);
  },
};

/** SPLIT_V in every type. */
export const splitVKernels: readonly AnyKernel[] = [splitVAny];
