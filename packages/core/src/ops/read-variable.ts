import { defineOperator, type Operator } from "../operator.ts";
import { requireSize } from "./shared/require.ts";

/** READ_VARIABLE: the bytes of the resource variable that the handle names. */
export const readVariable: Operator<void> = defineOperator({
  name: "READ_VARIABLE",
  maxVersion: 1,
  inputs: ["handle"],
  outputs: ["value"],
  hasEffects: true,
  check(node) {
    requireSize(node, "handle", node.inputs[0]!, 1);
  },
});
