import type { Owner } from "./allocation.ts";
import type { Arena, PlannedRegion } from "./arena.ts";
import { overlapsOf, type RegionOverlap } from "./in-place.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { markLifetimes, type PreparedSubgraph } from "./lifetimes.ts";
import { makePlan, type PlannerName } from "./planner/index.ts";
import type { Overlap, Plan, PlanBuffer } from "./planner/plan.ts";
import { withTflmScratch } from "./tflm-scratch.ts";

/** The planner whose plans are TFLM's: it makes room for what TFLM's kernels ask for. */
const TFLM_PLANNER: PlannerName = "greedy";

/** Tensors that are neither constant nor variable nor kept by the node that writes them. */
const needsPlace = (tensor: KernelTensor): boolean => tensor.address < 0 && !tensor.isVariable && tensor.byteLength > 0;

const tensorsOf = ({ subgraph }: PreparedSubgraph): PlannedRegion[] =>
  subgraph.tensors.filter(needsPlace).map((region) => ({ region, owner: { kind: "tensor", name: region.name } }));

const scratchOf = ({ nodes, scratch }: PreparedSubgraph): PlannedRegion[] =>
  scratch.flatMap((regions, n) => {
    const { node, pack } = nodes[n]!;
    return regions.map((region) => ({ region, owner: { kind: "scratch", name: node.location, pack: pack.id } }));
  });

const nameOf = ({ kind, name }: Owner): string => (kind === "scratch" ? `scratch of ${name}` : name);

/** How a model's tensors are to be planned. */
export interface PlanOptions {
  readonly planner: PlannerName;
  /** Whether outputs may lie on inputs where kernels take that. */
  readonly inPlace: boolean;
}

/** Overlaps by the positions of their regions among those that are planned. */
function overlapsAmong(planned: readonly PlannedRegion[], overlaps: readonly RegionOverlap[]): Overlap[] {
  const positions = new Map(planned.map(({ region }, position) => [region, position]));
  return overlaps.flatMap(({ input, output, lead, isExact }) => {
    const [from, to] = [positions.get(input), positions.get(output)];
    return from === undefined || to === undefined ? [] : [{ input: from, output: to, lead, isExact }];
  });
}

/**
 * Gives every tensor and scratch its place in the arena. They are planned in TFLM's order, tensors by subgraph, then
 * scratch: the order decides among equal sizes.
 */
export function planTensors(given: readonly PreparedSubgraph[], arena: Arena, { planner, inPlace }: PlanOptions): Plan {
  const subgraphs = planner === TFLM_PLANNER ? given.map(withTflmScratch) : given;
  const lifetimes = markLifetimes(subgraphs);
  const planned = [...subgraphs.flatMap(tensorsOf), ...subgraphs.flatMap(scratchOf)];
  const buffers = planned.map(({ region, owner }): PlanBuffer => {
    const { firstUse, lastUse } = lifetimes.get(region) ?? { firstUse: -1, lastUse: -1 };
    return { name: nameOf(owner), size: region.byteLength, firstUse, lastUse };
  });
  const overlaps = inPlace ? overlapsAmong(planned, overlapsOf(subgraphs, lifetimes)) : [];
  const plan = makePlan(planner, buffers, overlaps);
  arena.commit({ regions: planned, offsets: plan.offsets, size: plan.size });
  return plan;
}
