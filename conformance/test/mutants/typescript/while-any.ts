import {
  type InvokableSubgraph,
  type Kernel,
  type KernelTensor,
  kernelStatus,
  type WhileParams,
  whileOperator,
} from "@thimble/core";
import { copyAll } from "./copy.ts";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Loop {
  readonly condition: InvokableSubgraph;
  readonly body: InvokableSubgraph;
}

interface Lines {
  /** Whether there is another round, of what the condition says. */
  goesOn(condition: number, round: number): boolean;
  /** What the body's results become. */
  take(results: readonly KernelTensor[], values: readonly KernelTensor[], round: number): void;
}

/** WHILE whose values are kept in its outputs. */
const make = ({ goesOn, take }: Lines): Kernel<WhileParams, Loop> => ({
  name: "while_any",
  operator: whileOperator,
  types: "any?... -> any?...",
  prepare: ({ params }, host) => ({
    condition: host.subgraph(params.conditionSubgraph),
    body: host.subgraph(params.bodySubgraph),
  }),
  invoke(node, { condition, body }) {
    copyAll(node.inputs, node.outputs);
    for (let round = 0; ; round++) {
      copyAll(node.outputs, condition.inputs);
      const decided = condition.invoke();
      if (decided !== kernelStatus.ok) return decided;
      if (!goesOn(condition.outputs[0]!.bytes[0]!, round)) return kernelStatus.ok;
      copyAll(node.outputs, body.inputs);
      const made = body.invoke();
      if (made !== kernelStatus.ok) return made;
      take(body.outputs, node.outputs, round);
    }
  },
});

export const whileAny: MutatedKernel = mutated(
  make,
  { goesOn: (condition) => condition !== 0, take: (results, values) => copyAll(results, values) },
  {
    "body-first": {
      what: "The body runs once before the condition is looked at.",
      line: { goesOn: (condition, round) => round === 0 || condition !== 0 },
      killedBy: "matches",
    },
    "one-round": {
      what: "There is one round at most.",
      line: { goesOn: (condition, round) => round === 0 && condition !== 0 },
      killedBy: "matches",
    },
    "first-value-kept": {
      what: "The first value is not replaced after the first round.",
      line: {
        take: (results, values, round) =>
          round === 0 ? copyAll(results, values) : copyAll(results.slice(1), values.slice(1)),
      },
      killedBy: "matches",
    },
    "never-ends": { what: "There is always another round.", line: { goesOn: () => true }, killedBy: "time-limit" },
  },
);
