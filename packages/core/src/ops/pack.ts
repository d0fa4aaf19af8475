import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { requireSameType, requireSize, requireThat } from "./shared/require.ts";

export interface PackParams {
  /** The new dimension, along which the inputs follow each other. */
  readonly axis: number;
}

/** PACK: inputs of one type and size side by side along a new dimension `axis`. */
export const pack: Operator<PackParams> = defineOperator({
  name: "PACK",
  maxVersion: 4,
  inputs: ["values..."],
  outputs: ["output"],
  options: "PackOptions",
  check(node) {
    const output = node.outputs[0]!;
    const { valuesCount } = node.options;
    const count = node.inputs.length;
    requireThat(valuesCount === count, node, () => `packs ${valuesCount} values, but has ${count} inputs`);
    const axis = resolveAxis(node, node.options.axis, output.shape.length);
    const extent = output.shape[axis];
    requireThat(extent === count, node, () => `output has ${extent} slices along the axis for ${count} inputs`);
    node.inputs.forEach((input, i) => {
      requireSameType(node, `inputs[${i}]`, input!, output);
      requireSize(node, `inputs[${i}]`, input!, output.size / count);
    });
    return { axis };
  },
});
