import type { AnyKernel } from "./kernel.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import type { Lifetime, PreparedSubgraph } from "./lifetimes.ts";
import type { KernelNode } from "./node.ts";
import type { Region } from "./region.ts";
import type { ResolvedNode } from "./resolver.ts";

/** An output that may lie on an input of its node: see {@link Overlap}. */
export interface RegionOverlap {
  readonly input: Region;
  readonly output: Region;
  readonly lead: number;
  readonly isExact: boolean;
}

/**
 * The outputs that kernels may write onto inputs which nothing reads afterwards. A graph's own inputs and outputs keep
 * their bytes.
 */
export const overlapsOf = (
  subgraphs: readonly PreparedSubgraph[],
  lifetimes: ReadonlyMap<Region, Lifetime>,
): readonly RegionOverlap[] =>
  subgraphs.flatMap(({ subgraph, nodes }) => {
    const kept = new Set<KernelTensor>([...subgraph.inputs, ...subgraph.outputs]);
    return nodes.flatMap((resolved) => overlapsOfNode(resolved, kept, lifetimes));
  });

function overlapsOfNode(
  { node, kernel }: ResolvedNode,
  kept: ReadonlySet<KernelTensor>,
  lifetimes: ReadonlyMap<Region, Lifetime>,
): RegionOverlap[] {
  const [output] = node.outputs;
  if (!output || output.isVariable || node.inputs.includes(output)) return [];
  const step = lifetimes.get(output)?.firstUse;
  const dies = (tensor: KernelTensor): boolean => lifetimes.get(tensor)?.lastUse === step;
  return [...new Set(node.inputs)].flatMap((input) => {
    if (!input || input.isConstant || input.isVariable || kept.has(input) || !dies(input)) return [];
    const overlap = overlapAt(kernel, node, input, output);
    return overlap ? [{ input, output, ...overlap }] : [];
  });
}

/** How an output may lie on a tensor, at whatever positions the node has it. */
function overlapAt(
  kernel: AnyKernel,
  node: KernelNode,
  input: KernelTensor,
  output: KernelTensor,
): Pick<RegionOverlap, "lead" | "isExact"> | undefined {
  const positions = [...node.inputs.keys()].filter((position) => node.inputs[position] === input);
  const leads = positions.map((position) => kernel.lead?.(node, position));
  if (leads.every((lead) => lead !== undefined)) return { lead: Math.max(...leads), isExact: false };
  const isExact = positions.every((position) => kernel.inPlace?.includes(position));
  return isExact && input.byteLength === output.byteLength ? { lead: 0, isExact } : undefined;
}
