import type { TensorType } from "@thimble/schema";
import type { Activation } from "../activation.ts";
import type { NodeDescription } from "../node.ts";
import { defineOperator, type Operator } from "../operator.ts";
import { isQuantizedType, requireQuantized, requireQuantizedPerTensor } from "./shared/quantized.ts";
import { requireSize, requireThat } from "./shared/require.ts";

export interface FullyConnectedParams {
  readonly activation: Activation;
  /** Rows of the input, however its leading dimensions divide them. */
  readonly batches: number;
  /** Elements of one row of the input, and of one row of the filter. */
  readonly inputDepth: number;
  readonly outputDepth: number;
  /** The type that the bias would have, where there is none: it decides how wide int16 sums are. */
  readonly quantizedBiasType: TensorType;
}

/**
 * FULLY_CONNECTED: input of batches × I elements in any shape, filter [..., O, I], bias [O], output [..., O].
 */
export const fullyConnected: Operator<FullyConnectedParams> = defineOperator({
  name: "FULLY_CONNECTED",
  maxVersion: 14,
  inputs: ["input", "filter", "bias?"],
  outputs: ["output"],
  options: "FullyConnectedOptions",
  check(node) {
    const { options } = node;
    const [input, filter, bias] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]];
    const output = node.outputs[0]!;
    requireThat(
      filter.shape.length >= 2,
      node,
      () => `filter has ${filter.shape.length} dimensions, it needs at least 2`,
    );
    requireThat(output.shape.length >= 1, node, () => "output is a scalar, it needs at least 1 dimension");
    requireThat(
      options.weightsFormat === "DEFAULT",
      node,
      () => `the filter is laid out as ${options.weightsFormat}, only DEFAULT is known`,
    );
    const [rows, inputDepth] = filter.shape.slice(-2) as [number, number];
    const outputDepth = output.shape.at(-1)!;
    const batches = output.shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
    requireThat(outputDepth <= rows, node, () => `output has ${outputDepth} channels, the filter ${rows} rows`);
    requireSize(node, "input", input, batches * inputDepth);
    if (bias)
      requireThat(
        bias.size >= outputDepth,
        node,
        () => `bias has ${bias.size} elements for ${outputDepth} output channels`,
      );
    requireWeightsQuantized(node, rows);
    return {
      activation: options.fusedActivationFunction,
      batches,
      inputDepth,
      outputDepth,
      quantizedBiasType: options.quantizedBiasType,
    };
  },
  macs: (node) => node.outputs[0]!.size * node.inputs[1]!.shape.at(-1)!,
});

function requireWeightsQuantized(node: NodeDescription, rows: number): void {
  const [input, filter] = node.inputs;
  if (!input || !filter || !isQuantizedType(input.type)) return;
  requireQuantizedPerTensor(node, "input", input);
  requireQuantizedPerTensor(node, "output", node.outputs[0]!);
  requireQuantized(node, "filter", filter);
  const scales = filter.quantization!.scale.length;
  requireThat(scales === 1 || scales === rows, node, () => `filter has ${scales} scales for ${rows} rows`);
}
