import { defineOperator, type Operator } from "../operator.ts";
import { requireSize } from "./shared/require.ts";

export interface VarHandleParams {
  /** What names a resource variable; without a container the name alone does. */
  readonly container: string;
  readonly name: string;
}

/** VAR_HANDLE: the number of a resource variable. */
export const varHandle: Operator<VarHandleParams> = defineOperator({
  name: "VAR_HANDLE",
  maxVersion: 1,
  inputs: [],
  outputs: ["handle"],
  hasEffects: true,
  options: "VarHandleOptions",
  check(node) {
    requireSize(node, "handle", node.outputs[0]!, 1);
    return { container: node.options.container ?? "", name: node.options.sharedName ?? "" };
  },
});
