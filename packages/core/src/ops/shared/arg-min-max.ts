import type { NodeDescription } from "../../node.ts";
import { resolveAxis } from "./axes.ts";
import { requireSize, requireThat } from "./require.ts";

/** What ARG_MAX and ARG_MIN share: one axis; a constant one leaves an output for each position of the others. */
export function checkArgMinMax(node: NodeDescription): void {
  const [input, axis, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
  requireThat(input.shape.length >= 1, node, () => "input is a scalar, it needs at least 1 dimension");
  requireSize(node, "axis", axis, 1);
  if (!axis.isConstant) return;
  const dimension = resolveAxis(node, Number(axis.data[0]), input.shape.length);
  const kept = input.shape.reduce((size, extent, i) => (i === dimension ? size : size * extent), 1);
  requireSize(node, "output", output, kept);
  requireThat(input.shape[dimension]! > 0 || kept === 0, node, () => `dimension ${dimension} of the input is empty`);
}
