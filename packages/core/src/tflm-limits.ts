import type { NodeDescription } from "./node.ts";
import type { Operator } from "./operator.ts";

/** What a shape holds without allocation in TFLM (`RuntimeShape::kMaxSmallSize`). */
const MOST_DIMENSIONS = 6;

/** In what a node exceeds the limits of TFLM's kernel, or `undefined`. */
export function beyondTflmLimits({ tflmLimits = {} }: Operator, node: NodeDescription): string | undefined {
  const { rank = MOST_DIMENSIONS, inputs = Number.POSITIVE_INFINITY } = tflmLimits;
  if (node.inputs.length > inputs) return `it has ${node.inputs.length} inputs, TFLM takes ${inputs}`;
  const ranks = [...node.inputs, ...node.outputs].map((tensor) => tensor?.shape.length ?? 0);
  const highest = Math.max(0, ...ranks);
  if (highest > rank) return `it has tensors of ${highest} dimensions, TFLM takes ${rank}`;
  return undefined;
}
