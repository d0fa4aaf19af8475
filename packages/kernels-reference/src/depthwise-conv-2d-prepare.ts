import type { DepthwiseConv2DParams, KernelNode, PrepareHost } from "@thimble/core";
import { type ConvQuantization, prepareConvQuantization } from "./shared/conv-quantization.ts";
import { WindowCursor } from "./shared/window-cursor.ts";

/** How the filters [1, KH, KW, O] lie in memory, and the way over the input. */
export interface DepthwiseLayout {
  readonly windows: WindowCursor;
  readonly outputDepth: number;
  readonly depthMultiplier: number;
  /** Elements of one row of the filters. */
  readonly filterRow: number;
}

export interface DepthwiseQuantized {
  readonly layout: DepthwiseLayout;
  readonly quantization: ConvQuantization;
}

export interface DepthwiseQuantizedS8 extends DepthwiseQuantized {
  /** The sums of one pixel's channels while they grow: working registers, no part of the arena. */
  readonly sums: Int32Array;
}

export function prepareDepthwiseLayout(node: KernelNode<DepthwiseConv2DParams>): DepthwiseLayout {
  const [, , width, outputDepth] = node.input(1).shape as [number, number, number, number];
  const windows = new WindowCursor(node.input(0), node.params);
  return { windows, outputDepth, depthMultiplier: node.params.depthMultiplier, filterRow: width * outputDepth };
}

export function prepareDepthwiseQuantized(
  node: KernelNode<DepthwiseConv2DParams>,
  host: PrepareHost,
): DepthwiseQuantized {
  const layout = prepareDepthwiseLayout(node);
  return { layout, quantization: prepareConvQuantization(node, host, layout.outputDepth, node.params.activation) };
}

export const prepareDepthwiseQuantizedS8 = (
  node: KernelNode<DepthwiseConv2DParams>,
  host: PrepareHost,
): DepthwiseQuantizedS8 => ({
  ...prepareDepthwiseQuantized(node, host),
  sums: new Int32Array(node.input(1).shape[3]!),
});
