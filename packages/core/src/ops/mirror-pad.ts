import { defineOperator, type Operator } from "../operator.ts";
import { requireSameType, requireSize, requireThat } from "./shared/require.ts";

export interface MirrorPadParams {
  /** Whether the mirror stands behind the edge, which is then repeated (SYMMETRIC), not on it (REFLECT). */
  readonly repeatsEdge: boolean;
}

/** MIRROR_PAD: the input with its mirror images around it; `paddings` [rank, 2] may be computed at run time. */
export const mirrorPad: Operator<MirrorPadParams> = defineOperator({
  name: "MIRROR_PAD",
  maxVersion: 3,
  inputs: ["input", "paddings"],
  outputs: ["output"],
  options: "MirrorPadOptions",
  check(node) {
    const [input, paddings, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    const rank = input.shape.length;
    requireSameType(node, "output", output, input);
    requireSize(node, "paddings", paddings, 2 * rank);
    requireThat(
      output.shape.length === rank,
      node,
      () => `output has ${output.shape.length} dimensions, the input ${rank}`,
    );
    return { repeatsEdge: node.options.mode !== "REFLECT" };
  },
});
