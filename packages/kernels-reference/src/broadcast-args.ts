import { type AnyKernel, broadcastArgs, type Kernel, type KernelTensor, nodeError } from "@thimble/core";
import { integerAt } from "./arithmetic/integer-at.ts";
import { writeInt64 } from "./arithmetic/uint64.ts";

const TYPES = "int32|int64";

/** The extent that stands `back` places before the last; 1 in front of the first. */
const extentAt = ({ bytes, size }: KernelTensor, back: number): number =>
  back < size ? integerAt(bytes, bytes.length / size, size - 1 - back) : 1;

function storeExtent({ type, bytes, data, size }: KernelTensor, back: number, extent: number): void {
  if (type === "int64") writeInt64(bytes, 8 * (size - 1 - back), extent);
  else data[size - 1 - back] = extent;
}

/** Where an extent is 1, the other counts. Throws `NODE_INVALID` where both differ and neither is 1. */
export const broadcastArgsAny: Kernel<void> = {
  name: "broadcast_args_any",
  operator: broadcastArgs,
  types: `${TYPES}, ${TYPES} -> ${TYPES}`,
  invoke(node) {
    const first = node.input(0);
    const second = node.input(1);
    const output = node.output(0);
    for (let back = 0; back < output.size; back++) {
      const a = extentAt(first, back);
      const b = extentAt(second, back);
      if (a !== b && a !== 1 && b !== 1) throw nodeError(node, `extents ${a} and ${b} do not broadcast`);
      storeExtent(output, back, a === 1 ? b : a);
    }
  },
};

/** BROADCAST_ARGS in every type. */
export const broadcastArgsKernels: readonly AnyKernel[] = [broadcastArgsAny];
