import { USUAL } from "../probe/layout.ts";
import type { ProbedNode } from "../probe/probe.ts";
import type { Examination } from "./examination.ts";
import type { Expected } from "./expectation.ts";

/** Positions of inputs on which a kernel says that output 0 may lie, where it has room. */
function placesOf({ node, kernel }: ProbedNode): readonly number[] {
  const [output] = node.outputs;
  return (kernel.inPlace ?? []).filter((position) => {
    const input = node.inputs[position];
    return input && !input.isConstant && !input.isVariable && input.byteLength === output?.byteLength;
  });
}

/** Runs the case with the output on each input that the kernel declares for that. */
export async function checkInPlace(
  examination: Examination,
  nodes: readonly ProbedNode[],
  expected: readonly Expected[],
): Promise<void> {
  const [only] = nodes;
  if (!only || nodes.length > 1 || only.node.subgraph !== 0) return;
  for (const inPlace of placesOf(only)) {
    const mistake = await examination.runAlone({ ...USUAL, inPlace }, expected);
    examination.judge("in-place", mistake && { ...mistake, message: `on input ${inPlace}, ${mistake.message}` });
  }
}
