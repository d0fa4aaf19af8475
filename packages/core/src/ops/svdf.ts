import type { Activation } from "../activation.ts";
import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { requireQuantizedPerTensor } from "./shared/quantized.ts";
import { requirePositive, requireRank, requireShape, requireSize, requireThat } from "./shared/require.ts";

export interface SvdfParams {
  readonly activation: Activation;
  /** Filters that sum up to one unit. */
  readonly rank: number;
  readonly batches: number;
  readonly inputDepth: number;
  readonly filters: number;
  readonly units: number;
  /** Invokes that the state remembers. */
  readonly memory: number;
}

/**
 * SVDF, a rank-decomposed recurrent layer: input [N, I], feature weights [F, I], time weights [F, M], bias [F / rank],
 * state [N, F × M] (variable), output [N, F / rank].
 */
export const svdf: Operator<SvdfParams> = defineOperator({
  name: "SVDF",
  maxVersion: 4,
  inputs: ["input", "weights_feature", "weights_time", "bias?", "state"],
  outputs: ["output"],
  options: "SVDFOptions",
  check(node) {
    const { rank, fusedActivationFunction: activation } = node.options;
    const [input, feature, time, bias, state] = [
      node.inputs[0]!,
      node.inputs[1]!,
      node.inputs[2]!,
      node.inputs[3],
      node.inputs[4]!,
    ];
    requireRank(node, "input", input, 2);
    requireRank(node, "weights_feature", feature, 2);
    requireRank(node, "weights_time", time, 2);
    requirePositive(node, "rank", rank);
    const [batches, inputDepth] = input.shape as [number, number];
    const [filters, memory] = time.shape as [number, number];
    requirePositive(node, "memory", memory);
    requireThat(filters % rank === 0, node, () => `${filters} filters do not divide into units of ${rank}`);
    const units = filters / rank;
    requireShape(node, "weights_feature", feature, [filters, inputDepth]);
    if (bias) requireSize(node, "bias", bias, units);
    requireShape(node, "state", state, [batches, filters * memory]);
    requireThat(state.isVariable, node, () => "state is not a variable tensor, it must keep its value");
    requireShape(node, "output", node.outputs[0]!, [batches, units]);
    if (input.type === "int8") requireSvdfQuantized(node);
    return { activation, rank, batches, inputDepth, filters, units, memory };
  },
  macs: (node) => node.inputs[0]!.shape[0]! * (node.inputs[1]!.size + node.inputs[2]!.size),
});

function requireSvdfQuantized(node: UncheckedNode): void {
  requireQuantizedPerTensor(node, "input", node.inputs[0]!);
  requireQuantizedPerTensor(node, "weights_feature", node.inputs[1]!);
  requireQuantizedPerTensor(node, "weights_time", node.inputs[2]!);
  requireQuantizedPerTensor(node, "state", node.inputs[4]!);
  requireQuantizedPerTensor(node, "output", node.outputs[0]!);
}
