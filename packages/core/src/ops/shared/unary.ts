import type { NodeDescription } from "../../node.ts";
import { isQuantizedType, requireQuantizedPerTensor } from "./quantized.ts";
import { requireSize } from "./require.ts";

/** What element by element functions of one input share: as many outputs as inputs, and one scale for each tensor. */
export function checkUnary(node: NodeDescription): void {
  const [input, output] = [node.inputs[0]!, node.outputs[0]!];
  requireSize(node, "output", output, input.size);
  if (isQuantizedType(input.type)) requireQuantizedPerTensor(node, "input", input);
  if (isQuantizedType(output.type)) requireQuantizedPerTensor(node, "output", output);
}
