import type { EnumValue } from "@thimble/schema";
import type { Activation } from "../activation.ts";
import type { NodeDescription } from "../node.ts";
import { defineOperator, type Operator } from "../operator.ts";
import { requireConvQuantized } from "./shared/conv.ts";
import { requirePositive, requireRank, requireShape, requireSize } from "./shared/require.ts";

/** How a filter spreads each input position over one spatial dimension of the output. */
export interface SpreadWindow {
  /** Taps of the filter. */
  readonly extent: number;
  /** Output positions between the taps of neighbouring inputs. */
  readonly stride: number;
  /** Output positions before the first that the first input's taps reach. */
  readonly padBefore: number;
}

export interface TransposeConvParams {
  readonly height: SpreadWindow;
  readonly width: SpreadWindow;
  readonly activation: Activation;
}

/**
 * TRANSPOSE_CONV: input [N, H, W, I], filter [O, KH, KW, I], bias [O], output [N, H', W', O]. The output's shape is
 * its tensor's; the input `output_shape` repeats it and is not read.
 */
export const transposeConv: Operator<TransposeConvParams> = defineOperator({
  name: "TRANSPOSE_CONV",
  maxVersion: 5,
  inputs: ["output_shape", "filter", "input", "bias?"],
  outputs: ["output"],
  options: "TransposeConvOptions",
  check(node) {
    const { options } = node;
    const [filter, input, bias] = [node.inputs[1]!, node.inputs[2]!, node.inputs[3]];
    const output = node.outputs[0]!;
    requireRank(node, "input", input, 4);
    requireRank(node, "filter", filter, 4);
    requireRank(node, "output", output, 4);
    const [filters, filterHeight, filterWidth] = filter.shape as [number, number, number, number];
    const [, outputHeight, outputWidth] = output.shape as [number, number, number, number];
    requireShape(node, "filter", filter, [filters, filterHeight, filterWidth, input.shape[3]!]);
    requireShape(node, "output", output, [input.shape[0]!, outputHeight, outputWidth, filters]);
    if (bias) requireSize(node, "bias", bias, filters);
    requireConvQuantized({ ...node, inputs: [input, filter] }, filters);
    const { padding } = options;
    return {
      height: spread(node, "vertical", outputHeight, filterHeight, options.strideH, padding),
      width: spread(node, "horizontal", outputWidth, filterWidth, options.strideW, padding),
      activation: options.fusedActivationFunction,
    };
  },
  macs: (node) => node.inputs[2]!.size * (node.inputs[1]!.size / node.inputs[1]!.shape[3]!),
});

/** The padding is that of the convolution which would turn the output's extent into the input's. */
function spread(
  node: NodeDescription,
  name: string,
  outputExtent: number,
  extent: number,
  stride: number,
  padding: EnumValue<"Padding">,
): SpreadWindow {
  requirePositive(node, `${name} extent of the filter`, extent);
  requirePositive(node, `${name} stride`, stride);
  const positions = Math.ceil(outputExtent / stride);
  const total = padding === "SAME" ? Math.max(0, (positions - 1) * stride + extent - outputExtent) : 0;
  return { extent, stride, padBefore: Math.floor(total / 2) };
}
