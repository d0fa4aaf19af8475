import type { KernelNode } from "@thimble/core";
import { fuseDimensions, StridedCursor, type StridedDimension, stridesOf } from "./strided-cursor.ts";

/**
 * The way over two inputs that broadcast: at each stop of the cursor stands a run of `length` outputs, along which the
 * inputs go forward by their steps, 1 or 0.
 */
export interface Broadcast {
  readonly cursor: StridedCursor;
  readonly length: number;
  readonly firstStep: number;
  readonly secondStep: number;
}

const SINGLE: StridedDimension = { extent: 1, firstStep: 0, secondStep: 0 };

/** The extents to which shapes broadcast, aligned at the last: where an extent is 1, the other counts. */
export function broadcastExtents(...shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  const extentOf = (shape: readonly number[], i: number) => shape[shape.length - rank + i] ?? 1;
  return Array.from({ length: rank }, (_, i) => shapes.map((shape) => extentOf(shape, i)).find((e) => e !== 1) ?? 1);
}

/** Elements by which a tensor goes forward along each of the extents it broadcasts to; 0 where it stands still. */
export function broadcastSteps(shape: readonly number[], extents: readonly number[]): number[] {
  const steps = stridesOf(shape);
  const missing = extents.length - shape.length;
  return extents.map((_, i) => (i < missing || shape[i - missing] === 1 ? 0 : steps[i - missing]!));
}

function broadcastDimensions(first: readonly number[], second: readonly number[]): StridedDimension[] {
  const extents = broadcastExtents(first, second);
  const [firstSteps, secondSteps] = [broadcastSteps(first, extents), broadcastSteps(second, extents)];
  return extents.map((extent, i) => ({ extent, firstStep: firstSteps[i]!, secondStep: secondSteps[i]! }));
}

export function prepareBroadcast(node: KernelNode): Broadcast {
  const dimensions = fuseDimensions(broadcastDimensions(node.input(0).shape, node.input(1).shape));
  const { extent, firstStep, secondStep } = dimensions.pop() ?? SINGLE;
  return { cursor: new StridedCursor(dimensions), length: extent, firstStep, secondStep };
}
