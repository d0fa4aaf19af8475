import { defineOperator, type Operator } from "../operator.ts";
import { readCustomOptions } from "./shared/custom-options.ts";
import { requireRank, requireThat } from "./shared/require.ts";
import { requireNotNegative, requireRoom } from "./shared/signal.ts";

export interface SignalFilterBankParams {
  readonly channels: number;
}

/**
 * SignalFilterBank: energies of `num_channels` channels of a spectrum. Each bin counts with its weight for one channel
 * and with its unweight for the next; the tables say where the bins and weights of each channel begin, and how many
 * there are. The first entries of the tables are those of a channel before the first.
 */
export const signalFilterBank: Operator<SignalFilterBankParams> = defineOperator({
  name: "SignalFilterBank",
  maxVersion: 1,
  inputs: ["input", "weights", "unweights", "frequency_starts", "weight_starts", "widths"],
  outputs: ["output"],
  check(node) {
    const channels = readCustomOptions(node).integer("num_channels");
    const output = node.outputs[0]!;
    requireNotNegative(node, "num_channels", channels);
    node.inputs.forEach((input, i) => {
      requireRank(node, `inputs[${i}]`, input!, 1);
    });
    requireRank(node, "output", output, 1);
    for (const i of [3, 4, 5]) requireRoom(node, `inputs[${i}]`, node.inputs[i]!, channels + 1);
    requireThat(
      output.size <= channels,
      node,
      () => `output has ${output.size} elements, there are ${channels} channels`,
    );
    return { channels };
  },
});
