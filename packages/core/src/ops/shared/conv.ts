import type { NodeDescription } from "../../node.ts";
import { isQuantizedType, requireQuantized, requireQuantizedPerTensor, requireSymmetric } from "./quantized.ts";
import { requireThat } from "./require.ts";

/**
 * What operators with weights (input, filter, bias?) ask of their quantization: one scale for input and output, one
 * or one per output channel for the filter, whose zero points are 0.
 */
export function requireConvQuantized(node: NodeDescription, channels: number): void {
  const [input, filter] = node.inputs;
  const output = node.outputs[0];
  if (!input || !filter || !output || !isQuantizedType(input.type)) return;
  requireQuantizedPerTensor(node, "input", input);
  requireQuantizedPerTensor(node, "output", output);
  requireQuantized(node, "filter", filter);
  if (input.type === "int16") {
    requireSymmetric(node, "input", input);
    requireSymmetric(node, "output", output);
  }
  const scales = filter.quantization!.scale.length;
  requireThat(
    scales === 1 || scales === channels,
    node,
    () => `filter has ${scales} scales for ${channels} output channels`,
  );
}
