import { defineOperator, type Operator } from "../operator.ts";
import { requireSize } from "./shared/require.ts";

/** ASSIGN_VARIABLE: gives the value's bytes to the resource variable that the handle names. */
export const assignVariable: Operator<void> = defineOperator({
  name: "ASSIGN_VARIABLE",
  maxVersion: 1,
  inputs: ["handle", "value"],
  outputs: [],
  hasEffects: true,
  check(node) {
    requireSize(node, "handle", node.inputs[0]!, 1);
  },
});
