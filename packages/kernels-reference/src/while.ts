import {
  type AnyKernel,
  type InvokableSubgraph,
  type Kernel,
  kernelStatus,
  type WhileParams,
  whileOperator,
} from "@thimble/core";
import { copyTensors } from "./shared/copy-tensors.ts";

interface Loop {
  readonly condition: InvokableSubgraph;
  readonly body: InvokableSubgraph;
}

/** Keeps the values of a loop in its outputs, and copies them to and from the subgraphs. */
export const whileAny: Kernel<WhileParams, Loop> = {
  name: "while_any",
  operator: whileOperator,
  types: "any?... -> any?...",
  prepare: ({ params }, host) => ({
    condition: host.subgraph(params.conditionSubgraph),
    body: host.subgraph(params.bodySubgraph),
  }),
  invoke(node, { condition, body }) {
    copyTensors(node.inputs, node.outputs);
    for (;;) {
      copyTensors(node.outputs, condition.inputs);
      const decided = condition.invoke();
      if (decided !== kernelStatus.ok) return decided;
      if (!condition.outputs[0]!.bytes[0]) return kernelStatus.ok;
      copyTensors(node.outputs, body.inputs);
      const made = body.invoke();
      if (made !== kernelStatus.ok) return made;
      copyTensors(body.outputs, node.outputs);
    }
  },
};

/** WHILE in every type. */
export const whileKernels: readonly AnyKernel[] = [whileAny];
