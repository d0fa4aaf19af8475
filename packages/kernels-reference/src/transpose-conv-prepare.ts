import type { KernelNode, PrepareHost, TransposeConvParams } from "@thimble/core";
import { type ConvQuantization, quantizeConv } from "./shared/conv-quantization.ts";
import { SpreadCursor } from "./shared/spread-cursor.ts";

/** The way over the output, and how the filters [O, KH, KW, I] lie in memory. */
export interface TransposeConvLayout {
  readonly pixels: SpreadCursor;
  readonly inputDepth: number;
  readonly outputDepth: number;
  /** Elements of one filter. */
  readonly filterSize: number;
}

export interface TransposeConvQuantized {
  readonly layout: TransposeConvLayout;
  readonly quantization: ConvQuantization;
}

export function prepareTransposeConvLayout(node: KernelNode<TransposeConvParams>): TransposeConvLayout {
  const [outputDepth, height, width, inputDepth] = node.input(1).shape as [number, number, number, number];
  return {
    pixels: new SpreadCursor(node.input(2), node.output(0), node.params),
    inputDepth,
    outputDepth,
    filterSize: height * width * inputDepth,
  };
}

export function prepareTransposeConvQuantized(
  node: KernelNode<TransposeConvParams>,
  host: PrepareHost,
): TransposeConvQuantized {
  const layout = prepareTransposeConvLayout(node);
  const tensors = { input: node.input(2), filter: node.input(1), output: node.output(0) };
  return { layout, quantization: quantizeConv(tensors, host, layout.outputDepth, node.params.activation) };
}
