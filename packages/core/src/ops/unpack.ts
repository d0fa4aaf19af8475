import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { requireSameType, requireSize, requireThat } from "./shared/require.ts";

export interface UnpackParams {
  /** The dimension whose slices become outputs. */
  readonly axis: number;
}

/** UNPACK: the slices of the input along the dimension `axis`, an output each. */
export const unpack: Operator<UnpackParams> = defineOperator({
  name: "UNPACK",
  maxVersion: 4,
  inputs: ["input"],
  outputs: ["outputs..."],
  options: "UnpackOptions",
  check(node) {
    const input = node.inputs[0]!;
    const count = node.outputs.length;
    const axis = resolveAxis(node, node.options.axis, input.shape.length);
    const extent = input.shape[axis];
    requireThat(node.options.num === count, node, () => `unpacks ${node.options.num} values into ${count} outputs`);
    requireThat(extent === count, node, () => `input has ${extent} slices along the axis for ${count} outputs`);
    node.outputs.forEach((output, i) => {
      requireSameType(node, `outputs[${i}]`, output, input);
      requireSize(node, `outputs[${i}]`, output, input.size / count);
    });
    return { axis };
  },
});
