import { defineOperator, type Operator } from "../operator.ts";
import { requireSameType, requireShape, requireSize, requireThat } from "./shared/require.ts";

/**
 * DYNAMIC_UPDATE_SLICE: the operand with `update` in place of what stands from `start_indices` on. Starts are brought
 * into the range in which the update fits.
 */
export const dynamicUpdateSlice: Operator<void> = defineOperator({
  name: "DYNAMIC_UPDATE_SLICE",
  maxVersion: 4,
  inputs: ["operand", "update", "start_indices"],
  outputs: ["output"],
  check(node) {
    const [operand, update, starts, output] = [node.inputs[0]!, node.inputs[1]!, node.inputs[2]!, node.outputs[0]!];
    requireSameType(node, "update", update, operand);
    requireSameType(node, "output", output, operand);
    requireShape(node, "output", output, operand.shape);
    requireSize(node, "start_indices", starts, operand.shape.length);
    requireThat(
      update.shape.length === operand.shape.length && update.shape.every((extent, i) => extent <= operand.shape[i]!),
      node,
      () => `update of shape [${update.shape.join(", ")}] does not fit in [${operand.shape.join(", ")}]`,
    );
  },
});
