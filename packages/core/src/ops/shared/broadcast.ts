import type { NodeDescription } from "../../node.ts";
import { requireSize, requireThat } from "./require.ts";

/** The shape that two shapes broadcast to, or undefined where they do not: extents are equal, or one of them is 1. */
function broadcastShape(first: readonly number[], second: readonly number[]): number[] | undefined {
  const rank = Math.max(first.length, second.length);
  const shape: number[] = [];
  for (let i = 0; i < rank; i++) {
    const a = first[first.length - rank + i] ?? 1;
    const b = second[second.length - rank + i] ?? 1;
    if (a !== b && a !== 1 && b !== 1) return undefined;
    shape.push(a === 1 ? b : a);
  }
  return shape;
}

/** The first two inputs must broadcast to as many elements as the output has. */
export function requireBroadcast(node: NodeDescription): void {
  const [first, second] = [node.inputs[0]!.shape, node.inputs[1]!.shape];
  const shape = broadcastShape(first, second);
  requireThat(
    shape !== undefined,
    node,
    () => `the inputs' shapes [${first.join(", ")}] and [${second.join(", ")}] do not broadcast`,
  );
  requireSize(
    node,
    "output",
    node.outputs[0]!,
    shape.reduce((size, extent) => size * extent, 1),
  );
}
