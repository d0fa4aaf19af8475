import type { PlannedParts } from "./arena-parts.ts";
import type { RunSteps } from "./kernel.ts";
import type { PreparedSubgraph } from "./lifetimes.ts";
import { placingOf } from "./offline-offsets.ts";
import type { OpenModel } from "./open-model.ts";
import { planInOrder } from "./plan-in-order.ts";
import type { PlanOptions } from "./plan-tensors.ts";
import type { PlannerName } from "./planner/index.ts";
import type { Plan } from "./planner/plan.ts";
import { type PrepareContext, prepareHost } from "./prepare-host.ts";
import type { Profiler } from "./profiler.ts";
import type { Region } from "./region.ts";
import type { Resolver } from "./resolver.ts";
import { ResourceVariables } from "./resource-variables.ts";
import { runnerOf } from "./run-steps.ts";
import { guardKernel, type Step } from "./step.ts";
import type { Subgraph } from "./subgraph.ts";

/** A model that is ready to run. */
export interface PreparedModel {
  readonly subgraphs: readonly Subgraph[];
  /** The nodes of each subgraph, with their kernels. */
  readonly steps: readonly (readonly Step[])[];
  /** Runs the main graph. */
  readonly run: RunSteps;
  readonly resources: ResourceVariables;
  readonly plan: Plan;
  /** What lies in slow memory. */
  readonly slowPlan: Plan;
}

/** A model whose memory is planned. */
export interface PlannedModel {
  readonly parts: PlannedParts;
  /** To be called when everything has its address. */
  finish(): PreparedModel;
}

/** What a model is prepared with. */
export interface PrepareOptions extends Omit<PlanOptions, "planner"> {
  /** Default is the model's own plan, or the best there is. */
  readonly planner?: PlannerName | undefined;
  readonly profiler?: Profiler | undefined;
  /** Whether nodes may run in another order than the model's. Default is false. */
  readonly reorder?: boolean | undefined;
  /** Whether other models use the memory of the tensors too. Default is false. */
  readonly isShared?: boolean | undefined;
}

/**
 * Gives every node a kernel and its preparation, and decides where every tensor lies: as the model's own plan says if no
 * other planner is named.
 */
export function prepareModel(opened: OpenModel, options: PrepareOptions): PlannedModel {
  const { subgraphs, arena, resolver } = opened;
  const { profiler, isShared = false, reorder = false } = options;
  const { planner, fixed } = placingOf(opened, options.planner, isShared);
  const steps = subgraphs.map((): Step[] => []);
  const runners: RunSteps[] = [];
  const context: PrepareContext = {
    arena,
    resources: new ResourceVariables(arena),
    whenPlaced: [],
    subgraphs: subgraphs.map(({ inputs, outputs }, i) => ({
      inputs,
      outputs,
      invoke: () => runners[i]!(),
    })),
  };
  const prepared = subgraphs.map((subgraph, i) => prepareSubgraph(subgraph, resolver, context, steps[i]!));
  for (const { tensors } of subgraphs)
    for (const tensor of tensors)
      if (tensor.isVariable && !fixed.has(tensor))
        arena.reservePersistent(tensor, { kind: "variable", name: tensor.name });
  const planned = planInOrder(prepared, { ...options, planner }, fixed, reorder);
  const { parts, plan, slowPlan } = planned;
  const finish = (): PreparedModel => {
    for (const act of context.whenPlaced) act();
    const inOrder = planned.subgraphs.map(({ nodes }, i) => nodes.map(({ node }) => steps[i]![node.index]!));
    for (const own of inOrder) runners.push(runnerOf(own, profiler));
    return { subgraphs, steps: inOrder, run: runners[0]!, resources: context.resources, plan, slowPlan };
  };
  return { parts, finish };
}

/** Chooses a kernel for each node and lets it prepare, in the order in which the nodes run. */
function prepareSubgraph(
  subgraph: Subgraph,
  resolver: Resolver,
  context: PrepareContext,
  steps: Step[],
): PreparedSubgraph {
  const nodes = subgraph.nodes.map((node) => {
    const resolved = resolver.resolve(node);
    context.arena.countTemporary({ name: node.location, pack: resolved.pack.id });
    return resolved;
  });
  const scratch = nodes.map((resolved) => {
    const { node, kernel, pack } = resolved;
    const requested: Region[] = [];
    const host = prepareHost(context, resolved, requested);
    const data = guardKernel(resolved, () => kernel.prepare?.(node, host));
    context.arena.countTemporary({ name: node.location, pack: pack.id });
    steps.push({ node, kernel, pack, data });
    return requested;
  });
  return { subgraph, nodes, scratch };
}
