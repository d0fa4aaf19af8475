import { defineOperator, type Operator } from "../operator.ts";
import { requireRank, requireSize, requireThat } from "./shared/require.ts";

/** EMBEDDING_LOOKUP: the rows of `value` that `lookup` names; int8 rows, zero point 0, may become float32 ones. */
export const embeddingLookup: Operator<void> = defineOperator({
  name: "EMBEDDING_LOOKUP",
  maxVersion: 4,
  inputs: ["lookup", "value"],
  outputs: ["output"],
  check(node) {
    const [lookup, value, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    requireRank(node, "lookup", lookup, 1);
    requireThat(value.shape.length >= 2, node, () => `value has ${value.shape.length} dimensions, it needs 2 or more`);
    const columns = value.shape.slice(1).reduce((size, extent) => size * extent, 1);
    requireSize(node, "output", output, lookup.size * columns);
    if (value.type !== output.type)
      requireThat(value.zeroPoint === 0, node, () => `value has the zero point ${value.zeroPoint}, it must be 0`);
  },
});
