import { KernelTensor } from "../kernel-tensor.ts";
import type { PreparedSubgraph } from "../lifetimes.ts";
import { alignUp } from "../planner/plan.ts";
import type { Region } from "../region.ts";
import type { ResolvedNode } from "../resolver.ts";
import type { Dataflow } from "./dataflow.ts";
import { leastBytesOrder } from "./least-bytes-order.ts";

/**
 * The subgraph with its nodes in an order in which fewer bytes are live at once, scratch included; the same subgraph if
 * none is found.
 */
export function reorderSubgraph(prepared: PreparedSubgraph): PreparedSubgraph {
  const order = leastBytesOrder(dataflowOf(prepared));
  if (order.every((node, position) => node === position)) return prepared;
  const nodes = order.slice(1, -1).map((node) => node - 1);
  const { subgraph } = prepared;
  return { subgraph, nodes: nodes.map((n) => prepared.nodes[n]!), scratch: nodes.map((n) => prepared.scratch[n]!) };
}

/** With a node in front that writes the subgraph's inputs and one at the end that reads its outputs. */
function dataflowOf({ subgraph, nodes, scratch }: PreparedSubgraph): Dataflow {
  const positions = new Map<Region, number>();
  const place = (region: Region): number => {
    const position = positions.get(region) ?? positions.size;
    positions.set(region, position);
    return position;
  };
  const inputs = nodes.map(({ node }) => node.inputs.filter((tensor) => tensor !== undefined).map(place));
  const outputs = nodes.map(({ node }, n) => [...node.outputs, ...scratch[n]!].map(place));
  const reads = [[], ...inputs, subgraph.outputs.map(place)];
  const writes = [subgraph.inputs.map(place), ...outputs, []];
  return {
    sizes: [...positions.keys()].map(plannedBytes),
    reads,
    writes,
    barriers: [true, ...nodes.map(isBarrier), true],
  };
}

/** What has an address or is a variable is not planned. */
const plannedBytes = (region: Region): number =>
  region.address >= 0 || (region instanceof KernelTensor && region.isVariable) ? 0 : alignUp(region.byteLength);

/** Whether a node does more than to write its outputs. */
const isBarrier = ({ node, kernel: { operator } }: ResolvedNode): boolean =>
  operator.hasEffects === true ||
  (operator.calls?.(node.params) ?? []).length > 0 ||
  [...node.inputs, ...node.outputs].some((tensor) => tensor?.isVariable);
