import { bufferBytes, type Model } from "@thimble/schema";
import type { Arena } from "./arena.ts";
import type { PrepareHost } from "./kernel.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { markLifetimes, type PreparedSubgraph } from "./lifetimes.ts";
import { makePlan, type PlannerName } from "./planner/index.ts";
import type { Plan, PlanBuffer } from "./planner/plan.ts";
import { alignmentOf, Region } from "./region.ts";
import type { ResolvedNode, Resolver } from "./resolver.ts";
import type { Step } from "./step.ts";
import type { Subgraph } from "./subgraph.ts";

/** Subgraphs that are ready to run, and the plan that their tensors lie by. */
export interface PreparedModel {
  readonly steps: readonly (readonly Step[])[];
  readonly plan: Plan;
}

/** Gives every constant its bytes, every node a kernel and its preparation, and every tensor a place in the arena. */
export function prepareModel(
  model: Model,
  subgraphs: readonly Subgraph[],
  resolver: Resolver,
  arena: Arena,
  planner: PlannerName,
): PreparedModel {
  subgraphs.forEach((subgraph, i) => {
    subgraph.tensors.forEach((tensor, t) => {
      if (tensor.isConstant) placeConstant(bufferBytes(model, model.subgraphs[i]!.tensors[t]!.buffer), tensor, arena);
    });
  });
  const resolved = subgraphs.map((subgraph) => subgraph.nodes.map((node) => resolver.resolve(node)));
  const scratch = subgraphs.map((subgraph) => subgraph.nodes.map((): Region[] => []));
  const steps = resolved.map((nodes, s) => nodes.map((node, n) => prepareNode(node, arena, scratch[s]![n]!)));
  const prepared = subgraphs.map((subgraph, s) => ({ subgraph, nodes: resolved[s]!, scratch: scratch[s]! }));
  for (const { tensors } of subgraphs)
    for (const tensor of tensors) if (tensor.isVariable) arena.reservePersistent(tensor);
  return { steps, plan: planTensors(prepared, arena, planner) };
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

function prepareNode({ node, kernel, pack }: ResolvedNode, arena: Arena, scratch: Region[]): Step {
  const host: PrepareHost = {
    allocatePersistent(type, length) {
      const region = new Region(type, length * alignmentOf(type));
      arena.allocatePersistent(region);
      return region;
    },
    requestScratch(type, length) {
      const region = new Region(type, length * alignmentOf(type));
      scratch.push(region);
      return region;
    },
  };
  return { node, kernel, pack, data: kernel.prepare?.(node, host) };
}

/** Plans tensors in the model's order, then scratch in the nodes', as TFLM does: the order decides among equal sizes. */
function planTensors(subgraphs: readonly PreparedSubgraph[], arena: Arena, planner: PlannerName): Plan {
  const lifetimes = markLifetimes(subgraphs);
  const tensors = subgraphs.flatMap(({ subgraph }) => subgraph.tensors.filter(needsPlace));
  const scratch = subgraphs.flatMap(({ nodes, scratch }) =>
    scratch.flatMap((regions, n) =>
      regions.map((region) => ({ region, name: `scratch of ${nodes[n]!.node.location}` })),
    ),
  );
  const named = [...tensors.map((region) => ({ region: region as Region, name: region.name })), ...scratch];
  const buffers = named.map(({ region, name }): PlanBuffer => {
    const { firstUse, lastUse } = lifetimes.get(region) ?? { firstUse: -1, lastUse: -1 };
    return { name, size: region.byteLength, firstUse, lastUse };
  });
  const plan = makePlan(planner, buffers);
  arena.commit({
    regions: named.map(({ region }) => region),
    offsets: plan.offsets,
    size: plan.size,
    scratchBytes: scratch.reduce((sum, { region }) => sum + region.byteLength, 0),
  });
  return plan;
}

const needsPlace = (tensor: KernelTensor): boolean => !tensor.isConstant && !tensor.isVariable && tensor.byteLength > 0;
