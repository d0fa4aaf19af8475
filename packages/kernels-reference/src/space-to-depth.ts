import { type AnyKernel, type BlockParams, type Kernel, spaceToDepth } from "@thimble/core";
import { copyStrided, elementBytesOf, prepareStridedCopy, type StridedCopy } from "./shared/strided-copy.ts";

const TYPES = "float32|int8";

/** Copies runs of channels: the output's channels are row of block, column of block and channel. */
export const spaceToDepthAny: Kernel<BlockParams, StridedCopy> = {
  name: "space_to_depth_any",
  operator: spaceToDepth,
  types: `${TYPES} -> ${TYPES}`,
  prepare(node) {
    const block = node.params.blockSize;
    const [batches, inputHeight, inputWidth, depth] = node.input(0).shape as [number, number, number, number];
    const [, height, width] = node.output(0).shape as [number, number, number, number];
    const row = inputWidth * depth;
    const extents = [batches, height, width, block, block, depth];
    const steps = [inputHeight * row, block * row, block * depth, row, depth, 1];
    return prepareStridedCopy(extents, steps, elementBytesOf(node.input(0)));
  },
  invoke(node, copy) {
    copyStrided(copy, node.input(0).bytes, 0, node.output(0).bytes);
  },
};

/** SPACE_TO_DEPTH in every type. */
export const spaceToDepthKernels: readonly AnyKernel[] = [spaceToDepthAny];
