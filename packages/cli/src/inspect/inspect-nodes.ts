import type { ModelNode, Resolver, Subgraph } from "@thimble/core";
import { isThimbleError } from "../is-thimble-error.ts";
import { packLabel } from "../load-packs.ts";
import type { NodeReport, OperatorReport } from "./inspect-report.ts";

/** Every node of a model with the kernel it would get, or the reason why it gets none. */
export function inspectNodes(subgraphs: readonly Subgraph[], resolver: Resolver): NodeReport[] {
  return subgraphs.flatMap(({ nodes }) => nodes.map((node) => inspectNode(node, resolver)));
}

function inspectNode(node: ModelNode, resolver: Resolver): NodeReport {
  const place = {
    subgraph: node.subgraph,
    index: node.index,
    operator: node.operatorName,
    version: node.version,
    inputs: node.inputs.map((tensor) => tensor?.index ?? -1),
    outputs: node.outputs.map(({ index }) => index),
  };
  try {
    const { node: checked, kernel, pack } = resolver.resolve(node);
    const macs = kernel.operator.macs?.(checked) ?? 0;
    return { ...place, kernel: kernel.name, pack: packLabel(pack), macs, problem: null };
  } catch (error) {
    if (!isThimbleError(error)) throw error;
    const problem = { code: error.code, message: error.message };
    return { ...place, kernel: null, pack: null, macs: null, problem };
  }
}

/** Nodes counted by operator and version, in the order of first appearance. */
export function countOperators(nodes: readonly NodeReport[]): OperatorReport[] {
  const counts = new Map<string, OperatorReport>();
  for (const { operator, version, macs, problem } of nodes) {
    const key = `${operator} ${version}`;
    const before = counts.get(key) ?? { operator, version, count: 0, unsupported: 0, macs: 0 };
    counts.set(key, {
      ...before,
      count: before.count + 1,
      unsupported: before.unsupported + (problem ? 1 : 0),
      macs: before.macs + (macs ?? 0),
    });
  }
  return [...counts.values()];
}
