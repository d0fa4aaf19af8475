import { type AnyKernel, broadcastTo, type Kernel } from "@thimble/core";
import { broadcastSteps } from "./shared/broadcast.ts";
import { copyStrided, elementBytesOf, prepareStridedCopy, type StridedCopy } from "./shared/strided-copy.ts";

const TYPES = "float32|float64|float16|bfloat16|bool|int8|uint8|int16|uint16|int32|uint32|int64|uint64|complex64";

/** Copies elements again and again along the dimensions that are repeated. */
export const broadcastToAny: Kernel<void, StridedCopy> = {
  name: "broadcast_to_any",
  operator: broadcastTo,
  types: `${TYPES}, int32|int64 -> ${TYPES}`,
  prepare(node) {
    const input = node.input(0);
    const extents = node.output(0).shape;
    return prepareStridedCopy(extents, broadcastSteps(input.shape, extents), elementBytesOf(input));
  },
  invoke(node, copy) {
    copyStrided(copy, node.input(0).bytes, 0, node.output(0).bytes);
  },
};

/** BROADCAST_TO in every type. */
export const broadcastToKernels: readonly AnyKernel[] = [broadcastToAny];
