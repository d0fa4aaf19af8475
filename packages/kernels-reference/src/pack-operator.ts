import { type AnyKernel, type Kernel, type PackParams, pack } from "@thimble/core";
import { axisLayout } from "./shared/axis-layout.ts";
import { interleaveInputs } from "./shared/interleave.ts";

const TYPES = "float32|int8|int16|int32|int64";

/** Puts the inputs' slices side by side. */
export const packAny: Kernel<PackParams, number> = {
  name: "pack_any",
  operator: pack,
  types: `${TYPES}... -> ${TYPES}`,
  prepare: (node) => axisLayout(node.output(0).shape, node.params.axis).outer,
  invoke(node, positions) {
    interleaveInputs(node, positions);
  },
};

/** PACK in every type. */
export const packKernels: readonly AnyKernel[] = [packAny];
