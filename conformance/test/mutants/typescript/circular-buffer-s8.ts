import { type Kernel, type KernelNode, kernelStatus } from "@thimble/core";
import { type CircularBufferParams, circularBuffer } from "@thimble/core/custom";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Countdown {
  /** Invokes until the rest of the graph runs. */
  left: number;
}

type Node = KernelNode<CircularBufferParams>;

interface Lines {
  /** The countdown of a node. */
  countdown(own: Countdown): Countdown;
  reset(node: Node, countdown: Countdown): void;
}

/** CIRCULAR_BUFFER in int8: the output keeps the slots. */
const make = ({ countdown, reset }: Lines): Kernel<CircularBufferParams, Countdown> => ({
  name: "circular_buffer_s8",
  operator: circularBuffer,
  types: "int8 -> int8",
  prepare(node, host) {
    if (!node.output(0).isVariable) host.keepOutput(node.output(0));
    return { left: node.params.cycles };
  },
  invoke(node, own) {
    const { slots, depth, cycles } = node.params;
    const output = node.output(0).data as Int8Array;
    output.copyWithin(0, depth, slots * depth);
    output.set(node.input(0).data as Int8Array, (slots - 1) * depth);
    const current = countdown(own);
    if (--current.left > 0) return kernelStatus.aborted;
    current.left = cycles;
    return kernelStatus.ok;
  },
  reset,
});

function reset(node: Node, countdown: Countdown): void {
  if (!node.output(0).isVariable) node.output(0).bytes.fill(0);
  countdown.left = node.params.cycles;
}

/** What a mutant keeps in the module. */
const shared: Countdown = { left: 1 };

export const circularBufferS8: MutatedKernel = mutated(
  make,
  { countdown: (own) => own, reset },
  {
    "does-not-reset": {
      what: "A reset changes nothing.",
      line: { reset: () => undefined },
      killedBy: "reset",
    },
    "does-not-reset-the-countdown": {
      what: "After a reset the countdown goes on.",
      line: { reset: (node) => reset(node, { left: 0 }) },
      killedBy: "reset",
    },
    "countdown-in-the-module": {
      what: "All nodes have one countdown.",
      line: { countdown: () => shared },
      killedBy: "instances",
    },
  },
);
