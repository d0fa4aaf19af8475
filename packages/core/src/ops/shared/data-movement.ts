import type { NodeDescription } from "../../node.ts";
import { requireSameType, requireSize } from "./require.ts";

/** What operators that give a tensor another shape share: the output has the input's type and number of elements. */
export function checkSameElements(node: NodeDescription): void {
  const [input, output] = [node.inputs[0]!, node.outputs[0]!];
  requireSameType(node, "output", output, input);
  requireSize(node, "output", output, input.size);
}
