import { defineOperator, type Operator } from "../operator.ts";
import { requireCondition, requireSameTensors } from "./shared/subgraph.ts";

export interface WhileParams {
  /** The subgraph whose first output says whether to go on, and the one that makes the next values. */
  readonly conditionSubgraph: number;
  readonly bodySubgraph: number;
}

/** WHILE: replaces the values by what the body makes of them for as long as the condition holds. */
export const whileOperator: Operator<WhileParams> = defineOperator({
  name: "WHILE",
  maxVersion: 1,
  inputs: ["values?..."],
  outputs: ["results?..."],
  options: "WhileOptions",
  check(node) {
    const { condSubgraphIndex: conditionSubgraph, bodySubgraphIndex: bodySubgraph } = node.options;
    const condition = node.subgraphs[conditionSubgraph]!;
    const body = node.subgraphs[bodySubgraph]!;
    const values = { name: "values", tensors: node.inputs };
    const results = { name: "results", tensors: node.outputs };
    requireSameTensors(node, values, results);
    requireSameTensors(node, values, { name: "inputs of the condition", tensors: condition.inputs });
    requireSameTensors(node, values, { name: "inputs of the body", tensors: body.inputs });
    requireSameTensors(node, { name: "outputs of the body", tensors: body.outputs }, results);
    requireCondition(node, "the condition's output", condition.outputs[0]);
    return { conditionSubgraph, bodySubgraph };
  },
  calls: ({ conditionSubgraph, bodySubgraph }) => [conditionSubgraph, bodySubgraph],
});
