import { defineOperator, type Operator } from "../operator.ts";
import { requireRank } from "./shared/require.ts";
import { requireRoom } from "./shared/signal.ts";

/** SignalFftAutoScale: the samples shifted left as far as the greatest allows, and by how many bits. */
export const signalFftAutoScale: Operator<void> = defineOperator({
  name: "SignalFftAutoScale",
  maxVersion: 1,
  inputs: ["input"],
  outputs: ["output", "scale_bits"],
  check(node) {
    const [output, scaleBits] = [node.outputs[0]!, node.outputs[1]!];
    requireRank(node, "input", node.inputs[0]!, 1);
    requireRank(node, "output", output, 1);
    requireRank(node, "scale_bits", scaleBits, 0);
    requireRoom(node, "input", node.inputs[0]!, output.size);
  },
});
