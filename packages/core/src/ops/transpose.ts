import { defineOperator, type Operator } from "../operator.ts";
import { requireConstant, requireSameType, requireShape, requireSize, requireThat } from "./shared/require.ts";

export interface TransposeParams {
  /** For each dimension of the output, the input's dimension. */
  readonly permutation: readonly number[];
}

/** TRANSPOSE: the input with its dimensions in the order of the constant `perm`. */
export const transpose: Operator<TransposeParams> = defineOperator({
  name: "TRANSPOSE",
  maxVersion: 7,
  inputs: ["input", "perm"],
  outputs: ["output"],
  tflmLimits: { rank: 5 },
  check(node) {
    const [input, perm, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    const rank = input.shape.length;
    requireSameType(node, "output", output, input);
    requireConstant(node, "perm", perm);
    requireSize(node, "perm", perm, rank);
    const permutation = Array.from(perm.data, Number);
    requireThat(
      new Set(permutation).size === rank && permutation.every((dimension) => dimension >= 0 && dimension < rank),
      node,
      () => `perm is [${permutation.join(", ")}], it must be a permutation of ${rank} dimensions`,
    );
    requireShape(
      node,
      "output",
      output,
      permutation.map((dimension) => input.shape[dimension]!),
    );
    return { permutation };
  },
});
