import {
  type AnyKernel,
  type IfParams,
  type InvokableSubgraph,
  ifOperator,
  type Kernel,
  kernelStatus,
} from "@thimble/core";
import { copyTensors } from "./shared/copy-tensors.ts";

interface Branches {
  readonly thenBranch: InvokableSubgraph;
  readonly elseBranch: InvokableSubgraph;
}

/** Runs one of two subgraphs on copies of the values. A branch without outputs leaves the results as they are. */
export const ifAny: Kernel<IfParams, Branches> = {
  name: "if_any",
  operator: ifOperator,
  types: "bool, any?... -> any?...",
  prepare: ({ params }, host) => ({
    thenBranch: host.subgraph(params.thenSubgraph),
    elseBranch: host.subgraph(params.elseSubgraph),
  }),
  invoke(node, { thenBranch, elseBranch }) {
    const branch = node.input(0).bytes[0] ? thenBranch : elseBranch;
    copyTensors(node.inputs, branch.inputs, 1);
    const status = branch.invoke();
    if (status !== kernelStatus.ok) return status;
    if (branch.outputs.length > 0) copyTensors(branch.outputs, node.outputs);
    return kernelStatus.ok;
  },
};

/** IF in every type. */
export const ifKernels: readonly AnyKernel[] = [ifAny];
