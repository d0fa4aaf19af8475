import type { NodeDescription } from "../../node.ts";
import { requireSize, requireThat } from "./require.ts";

type Shape = readonly number[];

/** The shape that two shapes broadcast to, or undefined where they do not: extents are equal, or one of them is 1. */
export function broadcastShape(first: Shape, second: Shape): number[] | undefined {
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

/** The inputs, two or more, must broadcast to as many elements as the output has. */
export function requireBroadcast(node: NodeDescription): void {
  const shapes = node.inputs.map((input) => input!.shape);
  const shape = shapes.reduce<Shape | undefined>((joined, other) => joined && broadcastShape(joined, other), []);
  const all = shapes.map((other) => `[${other.join(", ")}]`).join(" and ");
  requireThat(shape !== undefined, node, () => `the inputs' shapes ${all} do not broadcast`);
  requireSize(
    node,
    "output",
    node.outputs[0]!,
    shape.reduce((size, extent) => size * extent, 1),
  );
}
