import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { requireCondition, requireSameTensors } from "./shared/subgraph.ts";

export interface IfParams {
  /** The subgraph that runs when the condition holds, and the one that runs when it does not. */
  readonly thenSubgraph: number;
  readonly elseSubgraph: number;
}

/** IF: runs one of two subgraphs on the values; its outputs are the node's. */
export const ifOperator: Operator<IfParams> = defineOperator({
  name: "IF",
  maxVersion: 1,
  inputs: ["condition", "values?..."],
  outputs: ["results?..."],
  options: "IfOptions",
  check(node) {
    const { thenSubgraphIndex: thenSubgraph, elseSubgraphIndex: elseSubgraph } = node.options;
    requireCondition(node, "condition", node.inputs[0]);
    requireBranch(node, "then", thenSubgraph);
    requireBranch(node, "else", elseSubgraph);
    return { thenSubgraph, elseSubgraph };
  },
  calls: ({ thenSubgraph, elseSubgraph }) => [thenSubgraph, elseSubgraph],
});

function requireBranch(node: UncheckedNode, name: string, index: number): void {
  const { inputs, outputs } = node.subgraphs[index]!;
  requireSameTensors(
    node,
    { name: "values", tensors: node.inputs.slice(1) },
    { name: `inputs of ${name}`, tensors: inputs },
  );
  // TFLM copies nothing from a branch without outputs, whatever the node has.
  if (outputs.length === 0 && name === "else") return;
  requireSameTensors(
    node,
    { name: `outputs of ${name}`, tensors: outputs },
    { name: "results", tensors: node.outputs },
  );
}
