import type { Owner } from "./allocation.ts";
import type { PlannedParts, PlannedRegion } from "./arena-parts.ts";
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
  /** Tensors and scratch of more bytes lie in slow memory. Default is that all is fast. */
  readonly largestFastBytes?: number | undefined;
}

/** Overlaps by the positions of their regions among those that are planned. */
function overlapsAmong(planned: readonly PlannedRegion[], overlaps: readonly RegionOverlap[]): Overlap[] {
  const positions = new Map(planned.map(({ region }, position) => [region, position]));
  return overlaps.flatMap(({ input, output, lead, isExact }) => {
    const [from, to] = [positions.get(input), positions.get(output)];
    return from === undefined || to === undefined ? [] : [{ input: from, output: to, lead, isExact }];
  });
}

/** Plans of a model's tensors and scratch, and what they place. */
export interface TensorPlans {
  readonly parts: PlannedParts;
  readonly plan: Plan;
  /** What lies in slow memory. */
  readonly slowPlan: Plan;
}

/**
 * Decides where every tensor and scratch lies. They are planned in TFLM's order, tensors by subgraph, then scratch: the
 * order decides among equal sizes. Those over a size are planned apart, in slow memory.
 */
export function planTensors(given: readonly PreparedSubgraph[], options: PlanOptions): TensorPlans {
  const { planner, inPlace, largestFastBytes = Number.POSITIVE_INFINITY } = options;
  const subgraphs = planner === TFLM_PLANNER ? given.map(withTflmScratch) : given;
  const lifetimes = markLifetimes(subgraphs);
  const all = [...subgraphs.flatMap(tensorsOf), ...subgraphs.flatMap(scratchOf)];
  const overlaps = inPlace ? overlapsOf(subgraphs, lifetimes) : [];
  const planPart = (regions: readonly PlannedRegion[]): Plan => {
    const buffers = regions.map(({ region, owner }): PlanBuffer => {
      const { firstUse, lastUse } = lifetimes.get(region) ?? { firstUse: -1, lastUse: -1 };
      return { name: nameOf(owner), size: region.byteLength, firstUse, lastUse };
    });
    return makePlan(planner, buffers, overlapsAmong(regions, overlaps));
  };
  const fast = all.filter(({ region }) => region.byteLength <= largestFastBytes);
  const slow = all.filter(({ region }) => region.byteLength > largestFastBytes);
  const [plan, slowPlan] = [planPart(fast), planPart(slow)];
  return { parts: { fast: { ...plan, regions: fast }, slow: { ...slowPlan, regions: slow } }, plan, slowPlan };
}
