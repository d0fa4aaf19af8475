import type { Arena } from "./arena.ts";
import { overlapsOf, type RegionOverlap } from "./in-place.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { markLifetimes, type PreparedSubgraph } from "./lifetimes.ts";
import { type FixedOffsets, keepVariables } from "./offline-offsets.ts";
import { makePlan, type PlannerName } from "./planner/index.ts";
import type { Overlap, Plan, PlanBuffer, TensorPlace } from "./planner/plan.ts";
import { alignmentOf, type Region } from "./region.ts";
import { withTflmScratch } from "./tflm-scratch.ts";

interface NamedRegion {
  readonly name: string;
  readonly region: Region;
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

const tensorsOf = ({ subgraph }: PreparedSubgraph, fixed: FixedOffsets): NamedRegion[] =>
  subgraph.tensors
    .filter((tensor) => needsPlace(tensor, fixed))
    .map((region) => ({
      region,
      name: region.name || unnamed(subgraph.index, region.index),
      tensor: { subgraph: subgraph.index, index: region.index },
      offset: fixed.get(region),
    }));

const scratchOf = ({ nodes, scratch }: PreparedSubgraph): NamedRegion[] =>
  scratch.flatMap((regions, n) => regions.map((region) => ({ region, name: `scratch of ${nodes[n]!.node.location}` })));

/** How a model's tensors are to be planned. */
export interface PlanOptions {
  readonly planner: PlannerName;
  /** Whether outputs may lie on inputs where kernels take that. */
  readonly inPlace: boolean;
}

/** Overlaps by the positions of their regions among those that are planned. */
function overlapsAmong(planned: readonly NamedRegion[], overlaps: readonly RegionOverlap[]): Overlap[] {
  const positions = new Map(planned.map(({ region }, position) => [region, position]));
  return overlaps.flatMap(({ input, output, lead, isExact }) => {
    const [from, to] = [positions.get(input), positions.get(output)];
    return from === undefined || to === undefined ? [] : [{ input: from, output: to, lead, isExact }];
  });
}

/**
 * Gives every tensor and scratch its place in the arena. They are planned in TFLM's order, tensors by subgraph, then
 * scratch: the order decides among equal sizes. Those in `fixed` lie where it says.
 */
export function planTensors(
  given: readonly PreparedSubgraph[],
  arena: Arena,
  { planner, inPlace }: PlanOptions,
  fixed: FixedOffsets,
): Plan {
  const subgraphs = planner === TFLM_PLANNER ? given.map(withTflmScratch) : given;
  const lifetimes = markLifetimes(subgraphs);
  const scratch = subgraphs.flatMap(scratchOf);
  const planned = [...subgraphs.flatMap((subgraph) => tensorsOf(subgraph, fixed)), ...scratch];
  keepVariables(lifetimes, fixed);
  const buffers = planned.map(({ region, name, tensor, offset }): PlanBuffer => {
    const { firstUse, lastUse } = lifetimes.get(region) ?? { firstUse: -1, lastUse: -1 };
    const place = offset === undefined ? {} : { offset, alignment: alignmentOf(region.type) };
    return { name, size: region.byteLength, firstUse, lastUse, tensor, ...place };
  });
  const overlaps = inPlace ? overlapsAmong(planned, overlapsOf(subgraphs, lifetimes)) : [];
  const plan = makePlan(planner, buffers, overlaps);
  arena.commit({
    regions: planned.map(({ region }) => region),
    offsets: plan.offsets,
    size: plan.size,
    scratchBytes: scratch.reduce((sum, { region }) => sum + region.byteLength, 0),
  });
  return plan;
}
