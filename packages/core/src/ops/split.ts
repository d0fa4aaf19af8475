import { defineOperator, type Operator } from "../operator.ts";
import { requireThat } from "./shared/require.ts";
import { checkSplit, type SplitParams } from "./shared/split.ts";

/** SPLIT: equal parts of the input along the constant `axis`, an output each. */
export const split: Operator<SplitParams> = defineOperator({
  name: "SPLIT",
  maxVersion: 4,
  inputs: ["axis", "input"],
  outputs: ["outputs..."],
  options: "SplitOptions",
  check(node) {
    const params = checkSplit(node, node.inputs[1]!, node.inputs[0]!);
    const extents = new Set(node.outputs.map((output) => output.shape[params.axis]));
    requireThat(
      extents.size === 1,
      node,
      () => `splits into parts of [${[...extents].join(", ")}], they must be equal`,
    );
    return params;
  },
});
