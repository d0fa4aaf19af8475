import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { requireSameType, requireShape, requireThat } from "./shared/require.ts";

export interface GatherParams {
  /** The dimension of the input that positions count along. */
  readonly axis: number;
  /** Leading dimensions that input and positions have in common. */
  readonly batchDims: number;
}

/** GATHER: the slices of the input along `axis` that `positions` names. */
export const gather: Operator<GatherParams> = defineOperator({
  name: "GATHER",
  maxVersion: 7,
  inputs: ["input", "positions"],
  outputs: ["output"],
  options: "GatherOptions",
  check(node) {
    const [input, positions, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    const axis = resolveAxis(node, node.options.axis, input.shape.length);
    const rank = positions.shape.length;
    const batchDims = node.options.batchDims < 0 ? node.options.batchDims + rank : node.options.batchDims;
    requireSameType(node, "output", output, input);
    requireThat(
      batchDims >= 0 && batchDims <= axis && batchDims <= rank,
      node,
      () => `has ${batchDims} batch dimensions, the axis ${axis} and the positions' ${rank} dimensions limit them`,
    );
    requireThat(
      positions.shape.slice(0, batchDims).every((extent, i) => extent === input.shape[i]),
      node,
      () => `the first ${batchDims} extents of input and positions differ, they must be equal`,
    );
    requireShape(node, "output", output, [
      ...input.shape.slice(0, axis),
      ...positions.shape.slice(batchDims),
      ...input.shape.slice(axis + 1),
    ]);
    return { axis, batchDims };
  },
});
