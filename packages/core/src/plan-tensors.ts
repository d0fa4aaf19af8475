import type { Owner } from "./allocation.ts";
import type { PlannedParts, PlannedRegion } from "./arena-parts.ts";
import { overlapsOf, type RegionOverlap } from "./in-place.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { markLifetimes, type PreparedSubgraph } from "./lifetimes.ts";
import { type FixedOffsets, keepVariables } from "./offline-offsets.ts";
import { makePlan, type PlannerName } from "./planner/index.ts";
import type { Overlap, Plan, PlanBuffer, TensorPlace } from "./planner/plan.ts";
import { alignmentOf } from "./region.ts";
import { withTflmScratch } from "./tflm-scratch.ts";

/** A region to be planned; of a tensor with the place in the model, and an offset where that is decided. */
interface RegionToPlan extends PlannedRegion {
  readonly tensor?: TensorPlace;
  readonly offset?: number | undefined;
}

/** The planner whose plans are TFLM's: it makes room for what TFLM's kernels ask for. */
const TFLM_PLANNER: PlannerName = "greedy";

/** Tensors that are neither constant nor kept by the node that writes them; variables if their place is decided. */
const needsPlace = (tensor: KernelTensor, fixed: FixedOffsets): boolean =>
  tensor.address < 0 && (!tensor.isVariable || fixed.has(tensor)) && tensor.byteLength > 0;

/** `tensor 3`, or in another subgraph than the first `tensor 1:3`. */
const unnamed = (subgraph: number, index: number): string => `tensor ${subgraph > 0 ? `${subgraph}:` : ""}${index}`;

const tensorsOf = ({ subgraph }: PreparedSubgraph, fixed: FixedOffsets): RegionToPlan[] =>
  subgraph.tensors
    .filter((tensor) => needsPlace(tensor, fixed))
    .map((region) => ({
      region,
      owner: { kind: "tensor", name: region.name || unnamed(subgraph.index, region.index) },
      tensor: { subgraph: subgraph.index, index: region.index },
      offset: fixed.get(region),
    }));

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
 * order decides among equal sizes. Those in `fixed` lie where it says; of the others, those over a size are planned
 * apart, in slow memory.
 */
export function planTensors(
  given: readonly PreparedSubgraph[],
  { planner, inPlace, largestFastBytes = Number.POSITIVE_INFINITY }: PlanOptions,
  fixed: FixedOffsets,
): TensorPlans {
  const subgraphs = planner === TFLM_PLANNER ? given.map(withTflmScratch) : given;
  const lifetimes = markLifetimes(subgraphs);
  keepVariables(lifetimes, fixed);
  const tensors = subgraphs.flatMap((subgraph) => tensorsOf(subgraph, fixed));
  const all: readonly RegionToPlan[] = [...tensors, ...subgraphs.flatMap(scratchOf)];
  const overlaps = inPlace ? overlapsOf(subgraphs, lifetimes) : [];
  const planPart = (regions: readonly RegionToPlan[]): Plan => {
    const buffers = regions.map(({ region, owner, tensor, offset }): PlanBuffer => {
      const { firstUse, lastUse } = lifetimes.get(region) ?? { firstUse: -1, lastUse: -1 };
      const place = offset === undefined ? {} : { offset, alignment: alignmentOf(region.type) };
      return { name: nameOf(owner), size: region.byteLength, firstUse, lastUse, tensor, ...place };
    });
    return makePlan(planner, buffers, overlapsAmong(regions, overlaps));
  };
  const isSlow = ({ region, offset }: RegionToPlan) => offset === undefined && region.byteLength > largestFastBytes;
  const fast = all.filter((region) => !isSlow(region));
  const slow = all.filter(isSlow);
  const [plan, slowPlan] = [planPart(fast), planPart(slow)];
  return { parts: { fast: { ...plan, regions: fast }, slow: { ...slowPlan, regions: slow } }, plan, slowPlan };
}
