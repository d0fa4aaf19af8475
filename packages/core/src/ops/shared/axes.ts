import type { KernelTensor } from "../../kernel-tensor.ts";
import type { NodeDescription } from "../../node.ts";
import { requireConstant, requireThat } from "./require.ts";

/** The position of a dimension that may be counted from the back: −1 is the last. */
export function resolveAxis(node: NodeDescription, axis: number, rank: number): number {
  const resolved = axis < 0 ? axis + rank : axis;
  requireThat(resolved >= 0 && resolved < rank, node, () => `axis is ${axis}, the tensor has ${rank} dimensions`);
  return resolved;
}

/** The dimensions that a constant tensor lists, each once. A scalar has none. */
export function resolveAxes(node: NodeDescription, axes: KernelTensor, rank: number): ReadonlySet<number> {
  requireConstant(node, "axis", axes);
  return new Set(
    rank === 0
      ? []
      : Array.from(axes.data as ArrayLike<number | bigint>, (axis) => resolveAxis(node, Number(axis), rank)),
  );
}
