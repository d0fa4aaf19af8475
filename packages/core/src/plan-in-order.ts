import type { PreparedSubgraph } from "./lifetimes.ts";
import type { FixedOffsets } from "./offline-offsets.ts";
import { type PlanOptions, planTensors, type TensorPlans } from "./plan-tensors.ts";
import { reorderSubgraph } from "./reorder/reorder-subgraph.ts";

/** Plans, and the subgraphs with their nodes in the order that the plans are for. */
export interface OrderedPlans extends TensorPlans {
  readonly subgraphs: readonly PreparedSubgraph[];
}

/**
 * Plans a model's tensors in the model's order, or in one with fewer bytes live at once if the plans get smaller by it.
 * Offsets in `fixed` are for the model's order.
 */
export function planInOrder(
  prepared: readonly PreparedSubgraph[],
  options: PlanOptions,
  fixed: FixedOffsets,
  reorder: boolean,
): OrderedPlans {
  const planned = (subgraphs: readonly PreparedSubgraph[]): OrderedPlans => ({
    subgraphs,
    ...planTensors(subgraphs, options, fixed),
  });
  const given = planned(prepared);
  const reordered = reorder && fixed.size === 0 ? prepared.map(reorderSubgraph) : prepared;
  if (reordered.every((subgraph, i) => subgraph === prepared[i])) return given;
  const other = planned(reordered);
  return isSmaller(other, given) ? other : given;
}

const isSmaller = (a: TensorPlans, b: TensorPlans): boolean =>
  a.plan.size < b.plan.size && a.slowPlan.size <= b.slowPlan.size;
