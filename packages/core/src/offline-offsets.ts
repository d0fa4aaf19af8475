import { type Model, type OfflinePlan, readOfflinePlan } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";
import type { Lifetime } from "./lifetimes.ts";
import type { PlannerName } from "./planner/index.ts";
import type { Region } from "./region.ts";
import type { Subgraph } from "./subgraph.ts";

/** Offsets in the planned part that are decided before it is planned. */
export type FixedOffsets = ReadonlyMap<KernelTensor, number>;

/** How tensors are placed: by which planner, and what is decided before. */
export interface Placing {
  readonly planner: PlannerName;
  readonly fixed: FixedOffsets;
}

/**
 * How a model's tensors are placed: where no planner is named, the model's own plan comes first, as in TFLM.
 *
 * @param isShared whether other models use the memory of the tensors too
 */
export function placingOf(
  { model, subgraphs }: { readonly model: Model; readonly subgraphs: readonly Subgraph[] },
  named: PlannerName | undefined,
  isShared: boolean,
): Placing {
  const plan = named === undefined || named === "offline" ? readOfflinePlan(model) : undefined;
  return { planner: named ?? (plan ? "offline" : "optimal"), fixed: offsetsIn(plan ?? [], subgraphs, isShared) };
}

/** Constants need no offset, whatever a plan says, and variables have to lie elsewhere where memory is shared. */
function offsetsIn(plan: OfflinePlan, subgraphs: readonly Subgraph[], isShared: boolean): FixedOffsets {
  const fixed = new Map<KernelTensor, number>();
  for (const [i, offsets] of plan.entries())
    for (const [j, offset] of offsets.entries()) {
      const tensor = subgraphs[i]!.tensors[j]!;
      if (offset !== undefined && !tensor.isConstant && !(isShared && tensor.isVariable)) fixed.set(tensor, offset);
    }
  return fixed;
}

/** Variables among tensors that share the planned part keep their bytes: they are in use from before the first step. */
export function keepVariables(lifetimes: Map<Region, Lifetime>, fixed: FixedOffsets): void {
  let lastUse = -1;
  for (const lifetime of lifetimes.values()) lastUse = Math.max(lastUse, lifetime.lastUse);
  for (const tensor of fixed.keys()) if (tensor.isVariable) lifetimes.set(tensor, { firstUse: -1, lastUse });
}
