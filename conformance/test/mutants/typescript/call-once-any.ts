import { type CallOnceParams, callOnce, type InvokableSubgraph, type Kernel, kernelStatus } from "@thimble/core";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Call {
  readonly subgraph: InvokableSubgraph;
  hasRun: boolean;
}

interface Lines {
  afterRun(call: Call): void;
  onReset(call: Call): void;
}

/** CALL_ONCE. */
const make = ({ afterRun, onReset }: Lines): Kernel<CallOnceParams, Call> => ({
  name: "call_once_any",
  operator: callOnce,
  types: "->",
  prepare: ({ params }, host) => ({ subgraph: host.subgraph(params.subgraph), hasRun: false }),
  invoke(_, call) {
    if (call.hasRun) return kernelStatus.ok;
    const status = call.subgraph.invoke();
    if (status === kernelStatus.ok) afterRun(call);
    return status;
  },
  reset: (_, call) => onReset(call),
});

const mark =
  (hasRun: boolean) =>
  (call: Call): void => {
    call.hasRun = hasRun;
  };

export const callOnceAny: MutatedKernel = mutated(
  make,
  { afterRun: mark(true), onReset: mark(false) },
  {
    "runs-each-time": {
      what: "The graph runs at every invoke.",
      line: { afterRun: () => undefined },
      killedBy: "matches",
    },
    "not-after-reset": {
      what: "The graph does not run again after a reset.",
      line: { onReset: () => undefined },
      killedBy: "reset",
    },
  },
);
