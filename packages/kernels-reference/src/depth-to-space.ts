import { type AnyKernel, type BlockParams, depthToSpace, type Kernel } from "@thimble/core";
import { copyStrided, elementBytesOf, prepareStridedCopy, type StridedCopy } from "./shared/strided-copy.ts";

const TYPES = "float32|int8";

/** Copies runs of channels: the output's rows are row and row of block, its columns column and column of block. */
export const depthToSpaceAny: Kernel<BlockParams, StridedCopy> = {
  name: "depth_to_space_any",
  operator: depthToSpace,
  types: `${TYPES} -> ${TYPES}`,
  prepare(node) {
    const block = node.params.blockSize;
    const [batches, height, width, depth] = node.input(0).shape as [number, number, number, number];
    const channels = node.output(0).shape[3]!;
    const extents = [batches, height, block, width, block, channels];
    const steps = [height * width * depth, width * depth, block * channels, depth, channels, 1];
    return prepareStridedCopy(extents, steps, elementBytesOf(node.input(0)));
  },
  invoke(node, copy) {
    copyStrided(copy, node.input(0).bytes, 0, node.output(0).bytes);
  },
};

/** DEPTH_TO_SPACE in every type. */
export const depthToSpaceKernels: readonly AnyKernel[] = [depthToSpaceAny];
