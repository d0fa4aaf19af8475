import { type AnyKernel, broadcastArgs, type Kernel, nodeError } from "@thimble/core";

const TYPES = "int32|int64";

type Extents = Int32Array | BigInt64Array;

/** The extent that stands `back` places before the last; 1 in front of the first. */
const extentAt = (shape: Extents, back: number): number =>
  back < shape.length ? Number(shape[shape.length - 1 - back]) : 1;

/** Where an extent is 1, the other counts. Throws `NODE_INVALID` where both differ and neither is 1. */
export const broadcastArgsAny: Kernel<void> = {
  name: "broadcast_args_any",
  operator: broadcastArgs,
  types: `${TYPES}, ${TYPES} -> ${TYPES}`,
  invoke(node) {
    const first = node.input(0).data as Extents;
    const second = node.input(1).data as Extents;
    const output = node.output(0).data as Extents;
    for (let back = 0; back < output.length; back++) {
      const a = extentAt(first, back);
      const b = extentAt(second, back);
      if (a !== b && a !== 1 && b !== 1) throw nodeError(node, `extents ${a} and ${b} do not broadcast`);
      const joined = a === 1 ? b : a;
      output[output.length - 1 - back] = output instanceof Int32Array ? joined : BigInt(joined);
    }
  },
};

/** BROADCAST_ARGS in every type. */
export const broadcastArgsKernels: readonly AnyKernel[] = [broadcastArgsAny];
