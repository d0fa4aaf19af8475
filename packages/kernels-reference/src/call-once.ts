import {
  type AnyKernel,
  type CallOnceParams,
  callOnce,
  type InvokableSubgraph,
  type Kernel,
  kernelStatus,
} from "@thimble/core";

interface Call {
  readonly subgraph: InvokableSubgraph;
  hasRun: boolean;
}

/** Runs its subgraph once, and once more after a reset. */
export const callOnceAny: Kernel<CallOnceParams, Call> = {
  name: "call_once_any",
  operator: callOnce,
  types: "->",
  prepare: ({ params }, host) => ({ subgraph: host.subgraph(params.subgraph), hasRun: false }),
  invoke(_, call) {
    if (call.hasRun) return kernelStatus.ok;
    const status = call.subgraph.invoke();
    call.hasRun = status === kernelStatus.ok;
    return status;
  },
  reset(_, call) {
    call.hasRun = false;
  },
};

/** CALL_ONCE. */
export const callOnceKernels: readonly AnyKernel[] = [callOnceAny];
