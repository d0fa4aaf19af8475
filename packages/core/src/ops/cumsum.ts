import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { requireSameType, requireShape, requireSize, requireThat } from "./shared/require.ts";
import { checkUnary } from "./shared/unary.ts";

export interface CumsumParams {
  /** Whether an output is the sum before its element, not up to it. */
  readonly exclusive: boolean;
  /** Whether sums start at the end. */
  readonly reverse: boolean;
}

/** CUMSUM: the running sums along `axis`, which may be computed at run time; requantized. */
export const cumsum: Operator<CumsumParams> = defineOperator({
  name: "CUMSUM",
  maxVersion: 2,
  inputs: ["input", "axis"],
  outputs: ["output"],
  options: "CumsumOptions",
  check(node) {
    const [input, axis, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    checkUnary(node);
    requireSameType(node, "output", output, input);
    requireShape(node, "output", output, input.shape);
    requireThat(input.shape.length >= 1, node, () => "input is a scalar, it needs at least 1 dimension");
    requireSize(node, "axis", axis, 1);
    if (axis.isConstant) resolveAxis(node, Number(axis.data[0]), input.shape.length);
    return { exclusive: node.options.exclusive, reverse: node.options.reverse };
  },
});
