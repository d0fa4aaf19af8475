import type { NodeDescription } from "../../node.ts";
import { requireSameQuantization } from "./quantized.ts";
import { requireConstant, requireShape, requireSize, requireThat } from "./require.ts";

export interface PadParams {
  /** Elements in front of the input's, for each dimension. */
  readonly before: readonly number[];
}

/** What PAD and PADV2 share: paddings [rank, 2], constant and not negative, that make the output's shape. */
export function checkPad(node: NodeDescription): PadParams {
  const [input, paddings, value] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]];
  const rank = input.shape.length;
  requireSize(node, "paddings", paddings, 2 * rank);
  requireConstant(node, "paddings", paddings);
  const amounts = Array.from(paddings.data, Number);
  requireThat(
    amounts.every((amount) => amount >= 0),
    node,
    () => `paddings are [${amounts.join(", ")}], they must not be negative`,
  );
  const before = input.shape.map((_, i) => amounts[2 * i]!);
  requireShape(
    node,
    "output",
    node.outputs[0]!,
    input.shape.map((extent, i) => before[i]! + extent + amounts[2 * i + 1]!),
  );
  if (value) {
    requireSize(node, "constant_values", value, 1);
    if (value.type === "int8") requireSameQuantization(node, "constant_values", value);
  }
  return { before };
}
