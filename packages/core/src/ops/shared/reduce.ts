import type { NodeDescription } from "../../node.ts";
import { resolveAxes } from "./axes.ts";
import { requireSize } from "./require.ts";

export interface ReduceParams {
  /** For each dimension of the input, whether the operator reduces it. */
  readonly reduced: readonly boolean[];
}

/** What reductions share: constant axes, and an output with one element for each position of the other dimensions. */
export function checkReduce(node: NodeDescription): ReduceParams {
  const { shape } = node.inputs[0]!;
  const axes = resolveAxes(node, node.inputs[1]!, shape.length);
  const reduced = shape.map((_, i) => axes.has(i));
  requireSize(
    node,
    "output",
    node.outputs[0]!,
    shape.reduce((size, extent, i) => (reduced[i] ? size : size * extent), 1),
  );
  return { reduced };
}
