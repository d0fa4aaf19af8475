import type { KernelNode, Pool2DParams } from "@thimble/core";
import { averagePool2dS8 } from "@thimble/kernels-reference";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Lines {
  /** How far before the input the output begins, less than it has to. */
  early(node: KernelNode<Pool2DParams>): number;
}

const right = (node: KernelNode<Pool2DParams>): number => averagePool2dS8.lead?.(node, 0) ?? 0;

/** The reference's, whose output overtakes its windows by no more than it declares. */
export const averagePool2DS8: MutatedKernel = mutated<Lines>(
  ({ early }) => ({
    ...averagePool2dS8,
    lead: (node, position) => (position === 0 ? right(node) - early(node) : undefined),
  }),
  { early: () => 0 },
  {
    "lead-is-two-pixels-short": {
      what: "The output may begin two pixels closer to the input than what is still to be read allows.",
      line: { early: (node) => 2 * node.output(0).shape[3]! },
      killedBy: "in-place",
    },
    "lead-is-0": {
      what: "The output may lie on the input, says the kernel, though a window reads the row above.",
      line: { early: right },
      killedBy: "in-place",
    },
  },
);
