import type { KernelNode } from "@thimble/core";
import type { ActivationRange } from "../arithmetic/activation-range.ts";
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

/** The same with the clamp of the output. */
export type BroadcastClamped = Broadcast & ActivationRange;

const SINGLE: StridedDimension = { extent: 1, firstStep: 0, secondStep: 0 };

/** Both inputs' dimensions aligned at the last; where an extent is 1, it stands still. */
function broadcastDimensions(first: readonly number[], second: readonly number[]): StridedDimension[] {
  const rank = Math.max(first.length, second.length);
  const padded = (shape: readonly number[]) => [...new Array<number>(rank - shape.length).fill(1), ...shape];
  const [a, b] = [padded(first), padded(second)];
  const [aSteps, bSteps] = [stridesOf(a), stridesOf(b)];
  return a.map((extent, i) => ({
    extent: extent === 1 ? b[i]! : extent,
    firstStep: extent === 1 ? 0 : aSteps[i]!,
    secondStep: b[i] === 1 ? 0 : bSteps[i]!,
  }));
}

export function prepareBroadcast(node: KernelNode): Broadcast {
  const dimensions = fuseDimensions(broadcastDimensions(node.input(0).shape, node.input(1).shape));
  const { extent, firstStep, secondStep } = dimensions.pop() ?? SINGLE;
  return { cursor: new StridedCursor(dimensions), length: extent, firstStep, secondStep };
}

export const prepareBroadcastClamped = (node: KernelNode, activation: ActivationRange): BroadcastClamped => ({
  ...prepareBroadcast(node),
  ...activation,
});
