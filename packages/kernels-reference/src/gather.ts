import { type AnyKernel, type GatherParams, gather, type Kernel, type KernelNode } from "@thimble/core";
import { copyBytes } from "./shared/copy-bytes.ts";
import { requireIndex } from "./shared/require-index.ts";
import { elementBytesOf } from "./shared/strided-copy.ts";

/** The input as [batch, outer, extent, slice], the positions as [batch, count]. */
interface GatherLayout {
  readonly outer: number;
  readonly extent: number;
  readonly count: number;
  readonly sliceBytes: number;
}

function prepareGather(node: KernelNode<GatherParams>): GatherLayout {
  const { axis, batchDims } = node.params;
  const [input, positions] = [node.input(0), node.input(1)];
  const product = (extents: readonly number[]) => extents.reduce((size, extent) => size * extent, 1);
  return {
    outer: product(input.shape.slice(batchDims, axis)),
    extent: input.shape[axis]!,
    count: product(positions.shape.slice(batchDims)),
    sliceBytes: product(input.shape.slice(axis + 1)) * elementBytesOf(input),
  };
}

type GatherKernel = Kernel<GatherParams, GatherLayout>;

const gatherKernel = (name: string, types: string, beyondTflm: boolean): GatherKernel => ({
  name: `gather_${name}`,
  operator: gather,
  types: `${types}, int32 -> ${types}`,
  beyondTflm,
  prepare: prepareGather,
  invoke(node, { outer, extent, count, sliceBytes }) {
    const input = node.input(0).bytes;
    const positions = node.input(1).data as Int32Array;
    const output = node.output(0).bytes;
    const batches = count === 0 ? 0 : positions.length / count;
    let out = 0;
    for (let row = 0; row < batches * outer; row++) {
      const first = Math.floor(row / outer) * count;
      for (let i = first; i < first + count; i++) {
        requireIndex(node, "positions", i, positions[i]!, extent);
        copyBytes(input, (row * extent + positions[i]!) * sliceBytes, sliceBytes, output, out);
        out += sliceBytes;
      }
    }
  },
});

export const gatherAny: GatherKernel = gatherKernel("any", "float32|int8", false);
export const gatherWide: GatherKernel = gatherKernel("wide", "int16|int32", true);

/** GATHER in every type. */
export const gatherKernels: readonly AnyKernel[] = [gatherAny, gatherWide];
