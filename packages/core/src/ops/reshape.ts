import { defineOperator, type Operator } from "../operator.ts";
import { requireThat } from "./shared/require.ts";

/** RESHAPE: the input's bytes in the output's shape. The input `shape` repeats that shape and is not read. */
export const reshape: Operator<void> = defineOperator({
  name: "RESHAPE",
  maxVersion: 1,
  inputs: ["input", "shape?"],
  outputs: ["output"],
  check(node) {
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    requireThat(
      input.type === output.type,
      node,
      () => `turns ${input.type} into ${output.type}, it must keep the type`,
    );
    requireThat(input.size === output.size, node, () => `output has ${output.size} elements, the input ${input.size}`);
  },
});
