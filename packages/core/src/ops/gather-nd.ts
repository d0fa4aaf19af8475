import { defineOperator, type Operator } from "../operator.ts";
import { requireSameType, requireSize, requireThat } from "./shared/require.ts";

export interface GatherNdParams {
  /** Extents of one index: the leading dimensions of `params` that it counts in. */
  readonly indexLength: number;
}

/** GATHER_ND: the elements or slices of `params` at the indices along the last dimension of `indices`. */
export const gatherNd: Operator<GatherNdParams> = defineOperator({
  name: "GATHER_ND",
  maxVersion: 5,
  inputs: ["params", "indices"],
  outputs: ["output"],
  check(node) {
    const [params, indices, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    const rank = params.shape.length;
    requireSameType(node, "output", output, params);
    requireThat(rank >= 1, node, () => "params is a scalar, it needs at least 1 dimension");
    requireThat(indices.shape.length >= 1, node, () => "indices is a scalar, it needs at least 1 dimension");
    const indexLength = indices.shape.at(-1)!;
    requireThat(indexLength <= rank, node, () => `indices have ${indexLength} extents, params ${rank} dimensions`);
    const product = (extents: readonly number[]) => extents.reduce((size, extent) => size * extent, 1);
    const slices = product(indices.shape.slice(0, -1));
    requireSize(node, "output", output, slices * product(params.shape.slice(indexLength)));
    return { indexLength };
  },
});
