import type { NodeDescription } from "../../node.ts";
import { requireBroadcast } from "./broadcast.ts";
import { requireQuantizedPerTensor } from "./quantized.ts";
import { requireThat } from "./require.ts";

/** What comparisons share: inputs that broadcast, in int8 with a scale under 1 each, since 32 bits have to hold both. */
export function checkComparison(node: NodeDescription): void {
  requireBroadcast(node);
  node.inputs.forEach((input, i) => {
    if (input?.type !== "int8") return;
    requireQuantizedPerTensor(node, `input${i + 1}`, input);
    requireThat(input.scale < 1, node, () => `input${i + 1} has the scale ${input.scale}, it must be less than 1`);
  });
}
