import { type IfParams, type InvokableSubgraph, ifOperator, type Kernel, kernelStatus } from "@thimble/core";
import { copyAll } from "./copy.ts";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Branches {
  readonly thenBranch: InvokableSubgraph;
  readonly elseBranch: InvokableSubgraph;
}

interface Lines {
  takesThen(condition: number): boolean;
  /** Which of the node's inputs a branch's input is copied from, and which of the branch's outputs a result. */
  value(index: number): number;
  result(index: number): number;
}

/** IF on copies of the values. */
const make = ({ takesThen, value, result }: Lines): Kernel<IfParams, Branches> => ({
  name: "if_any",
  operator: ifOperator,
  types: "bool, any?... -> any?...",
  prepare: ({ params }, host) => ({
    thenBranch: host.subgraph(params.thenSubgraph),
    elseBranch: host.subgraph(params.elseSubgraph),
  }),
  invoke(node, { thenBranch, elseBranch }) {
    const branch = takesThen(node.input(0).bytes[0]!) ? thenBranch : elseBranch;
    copyAll(node.inputs, branch.inputs, value);
    const status = branch.invoke();
    if (status === kernelStatus.ok && branch.outputs.length > 0) copyAll(branch.outputs, node.outputs, result);
    return status;
  },
});

export const ifAny: MutatedKernel = mutated(
  make,
  { takesThen: (condition) => condition !== 0, value: (index) => index + 1, result: (index) => index },
  {
    "branches-exchanged": {
      what: "The branch for true runs when the condition is false.",
      line: { takesThen: (condition) => condition === 0 },
      killedBy: "matches",
    },
    "always-then": { what: "The condition is not looked at.", line: { takesThen: () => true }, killedBy: "matches" },
    "first-value-twice": {
      what: "Every value is the first one.",
      line: { value: () => 1 },
      killedBy: "matches",
    },
    "results-exchanged": {
      what: "The two results are exchanged.",
      line: { result: (index) => 1 - index },
      killedBy: "matches",
    },
  },
);
