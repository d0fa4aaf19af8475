import { type Model, readOfflinePlan } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";
import type { Lifetime } from "./lifetimes.ts";
import type { PlannerName } from "./planner/index.ts";
import type { Region } from "./region.ts";
import type { Subgraph } from "./subgraph.ts";

/** The planner for a model where none is named: the model's own plan comes first, as in TFLM. */
export const defaultPlanner = (model: Model): PlannerName => (readOfflinePlan(model) ? "offline" : "optimal");

/** Offsets in the planned part that are decided before it is planned. */
export type FixedOffsets = ReadonlyMap<KernelTensor, number>;

/**
 * The offsets that a model's own plan gives to tensors. Constants need none, whatever the plan says, and variables have
 * to lie elsewhere where other models use the same memory.
 */
export function offlineOffsets(model: Model, subgraphs: readonly Subgraph[], isShared: boolean): FixedOffsets {
  const plan = readOfflinePlan(model) ?? [];
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
