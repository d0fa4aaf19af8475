import { type AnyKernel, type ConcatenationParams, concatenation, type Kernel } from "@thimble/core";
import { copyBytes } from "./shared/copy-bytes.ts";

const TYPES = "float32|int8|int16|int32|int64|bool";

/** For each position of the dimensions before the axis, copies what each input has there, one behind the other. */
export const concatenationAny: Kernel<ConcatenationParams, number> = {
  name: "concatenation_any",
  operator: concatenation,
  types: `${TYPES}... -> ${TYPES}`,
  prepare: (node) =>
    node
      .output(0)
      .shape.slice(0, node.params.axis)
      .reduce((product, extent) => product * extent, 1),
  invoke(node, positions) {
    const output = node.output(0).bytes;
    let out = 0;
    for (let position = 0; position < positions; position++) {
      for (let i = 0; i < node.inputs.length; i++) {
        const input = node.input(i).bytes;
        const length = input.length / positions;
        copyBytes(input, position * length, length, output, out);
        out += length;
      }
    }
  },
};

/** CONCATENATION in every type. */
export const concatenationKernels: readonly AnyKernel[] = [concatenationAny];
