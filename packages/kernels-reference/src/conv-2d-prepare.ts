import type { Conv2DParams, KernelNode, PrepareHost } from "@thimble/core";
import { type ConvQuantization, prepareConvQuantization } from "./shared/conv-quantization.ts";
import { WindowCursor } from "./shared/window-cursor.ts";

/** How the filters [O, KH, KW, I / groups] lie in memory and divide into groups, and the way over the input. */
export interface Conv2DLayout {
  readonly windows: WindowCursor;
  readonly outputDepth: number;
  /** Input channels that one filter sees. */
  readonly groupDepth: number;
  readonly filtersPerGroup: number;
  /** Elements of one filter, and of one row of it. */
  readonly filterSize: number;
  readonly filterRow: number;
  /** Neighbouring taps of a row are neighbours in the input too, with nothing between: no dilation, one group. */
  readonly hasDenseRows: boolean;
}

export interface Conv2DQuantized {
  readonly layout: Conv2DLayout;
  readonly quantization: ConvQuantization;
}

export interface Conv2DQuantizedS8 extends Conv2DQuantized {
  /** The sums of one pixel's channels while they grow: working registers, no part of the arena. */
  readonly sums: Int32Array;
}

export function prepareConv2DLayout(node: KernelNode<Conv2DParams>): Conv2DLayout {
  const [outputDepth, height, width, groupDepth] = node.input(1).shape as [number, number, number, number];
  const groups = node.input(0).shape[3]! / groupDepth;
  const filterRow = width * groupDepth;
  const windows = new WindowCursor(node.input(0), node.params);
  return {
    windows,
    outputDepth,
    groupDepth,
    filtersPerGroup: outputDepth / groups,
    filterSize: height * filterRow,
    filterRow,
    hasDenseRows: windows.columnStep === groupDepth,
  };
}

export function prepareConv2DQuantized(node: KernelNode<Conv2DParams>, host: PrepareHost): Conv2DQuantized {
  const layout = prepareConv2DLayout(node);
  return { layout, quantization: prepareConvQuantization(node, host, layout.outputDepth, node.params.activation) };
}

export const prepareConv2DQuantizedS8 = (node: KernelNode<Conv2DParams>, host: PrepareHost): Conv2DQuantizedS8 => ({
  ...prepareConv2DQuantized(node, host),
  sums: new Int32Array(node.input(1).shape[0]!),
});
