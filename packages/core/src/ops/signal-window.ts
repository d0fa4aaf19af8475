import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requirePositive, requireRank, requireSize, requireThat } from "./shared/require.ts";

export interface SignalWindowParams {
  readonly shift: number;
}

/** SignalWindow: each stretch of the samples times the weights, shifted right by `shift`, saturated. */
export const signalWindow: Operator<SignalWindowParams> = defineOperator({
  name: "SignalWindow",
  maxVersion: 1,
  inputs: ["input", "weights"],
  outputs: ["output"],
  check(node) {
    const [input, weights] = [node.inputs[0]!, node.inputs[1]!];
    requireRank(node, "weights", weights, 1);
    requirePositive(node, "number of weights", weights.size);
    requireThat(
      input.size % weights.size === 0,
      node,
      () => `input has ${input.size} elements, no multiple of the ${weights.size} weights`,
    );
    requireSize(node, "output", node.outputs[0]!, input.size);
    return { shift: readCustomOptions(node).integer("shift") };
  },
});
