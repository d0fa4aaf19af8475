import { bufferBytes, type Model } from "@thimble/schema";
import type { Arena } from "./arena.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import type { PreparedSubgraph } from "./lifetimes.ts";
import { planTensors } from "./plan-tensors.ts";
import type { PlannerName } from "./planner/index.ts";
import type { Plan } from "./planner/plan.ts";
import { type PrepareContext, prepareHost } from "./prepare-host.ts";
import type { Profiler } from "./profiler.ts";
import { alignmentOf, type Region } from "./region.ts";
import type { Resolver } from "./resolver.ts";
import { ResourceVariables } from "./resource-variables.ts";
import { runSteps, type Step } from "./step.ts";
import type { Subgraph } from "./subgraph.ts";

/** A model that is ready to run. */
export interface PreparedModel {
  readonly subgraphs: readonly Subgraph[];
  /** The nodes of each subgraph, with their kernels. */
  readonly steps: readonly (readonly Step[])[];
  readonly resources: ResourceVariables;
  readonly plan: Plan;
}

/** What a model is prepared with. */
export interface PrepareOptions {
  readonly resolver: Resolver;
  readonly arena: Arena;
  readonly planner: PlannerName;
  readonly profiler: Profiler | undefined;
}

/** Gives every constant its bytes, every node a kernel and its preparation, and every tensor a place in the arena. */
export function prepareModel(model: Model, subgraphs: readonly Subgraph[], options: PrepareOptions): PreparedModel {
  const { resolver, arena, planner, profiler } = options;
  placeConstants(model, subgraphs, arena);
  const steps = subgraphs.map((): Step[] => []);
  const context: PrepareContext = {
    arena,
    resources: new ResourceVariables(arena),
    subgraphs: subgraphs.map(({ inputs, outputs }, i) => ({
      inputs,
      outputs,
      invoke: () => runSteps(steps[i]!, profiler),
    })),
  };
  const prepared = subgraphs.map((subgraph, i) => prepareSubgraph(subgraph, resolver, context, steps[i]!));
  for (const { tensors } of subgraphs)
    for (const tensor of tensors) if (tensor.isVariable) arena.reservePersistent(tensor);
  return { subgraphs, steps, resources: context.resources, plan: planTensors(prepared, arena, planner) };
}

function placeConstants(model: Model, subgraphs: readonly Subgraph[], arena: Arena): void {
  for (const { index, tensors } of subgraphs) {
    const views = model.subgraphs[index]!.tensors;
    for (const tensor of tensors)
      if (tensor.isConstant) placeConstant(bufferBytes(model, views[tensor.index]!.buffer), tensor, arena);
  }
}

/** Constants stay where they lie in the model, except those that are not aligned for their type. */
function placeConstant(bytes: Uint8Array, tensor: KernelTensor, arena: Arena): void {
  const address = arena.addressOf(bytes);
  if (address % alignmentOf(tensor.type) === 0) {
    arena.memory.place(tensor, address);
  } else {
    arena.allocatePersistent(tensor);
    tensor.bytes.set(bytes);
  }
}

/** Chooses a kernel for each node and lets it prepare, in the order in which the nodes run. */
function prepareSubgraph(
  subgraph: Subgraph,
  resolver: Resolver,
  context: PrepareContext,
  steps: Step[],
): PreparedSubgraph {
  const nodes = subgraph.nodes.map((node) => resolver.resolve(node));
  const scratch = nodes.map(({ node, kernel, pack }) => {
    const requested: Region[] = [];
    steps.push({ node, kernel, pack, data: kernel.prepare?.(node, prepareHost(context, requested)) });
    return requested;
  });
  return { subgraph, nodes, scratch };
}
