import { type AnyKernel, type ConcatenationParams, concatenation, type Kernel } from "@thimble/core";
import { concatenationS8 } from "./concatenation-s8.ts";
import { axisLayout } from "./shared/axis-layout.ts";
import { interleaveInputs } from "./shared/interleave.ts";

export { concatenationS8 };

const TYPES = "float32|int8|int16|int32|int64|bool";

/** For each position of the dimensions before the axis, copies what each input has there, one behind the other. */
export const concatenationAny: Kernel<ConcatenationParams, number> = {
  name: "concatenation_any",
  operator: concatenation,
  types: `${TYPES}... -> ${TYPES}`,
  supports: (node) => !node.params.requantizes || "int8 inputs have another scale or zero point than the output",
  prepare: (node) => axisLayout(node.output(0).shape, node.params.axis).outer,
  invoke(node, positions) {
    interleaveInputs(node, positions);
  },
};

/** CONCATENATION in every type. */
export const concatenationKernels: readonly AnyKernel[] = [concatenationAny, concatenationS8];
