import type { KernelNode, Pool2DParams } from "@thimble/core";
import type { ActivationRange } from "../arithmetic/activation-range.ts";
import { WindowCursor } from "./window-cursor.ts";

/** The way over a pool's input, its number of channels, and the clamp of the output. */
export interface Pool2DLayout extends ActivationRange {
  readonly windows: WindowCursor;
  readonly depth: number;
}

export const preparePool2D = (node: KernelNode<Pool2DParams>, activation: ActivationRange): Pool2DLayout => ({
  windows: new WindowCursor(node.input(0), node.params),
  depth: node.input(0).shape[3]!,
  ...activation,
});
