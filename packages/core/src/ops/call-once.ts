import { defineOperator, type Operator } from "../operator.ts";

export interface CallOnceParams {
  readonly subgraph: number;
}

/** CALL_ONCE: runs a subgraph at the first invoke, to give resource variables their first values. */
export const callOnce: Operator<CallOnceParams> = defineOperator({
  name: "CALL_ONCE",
  maxVersion: 1,
  inputs: [],
  outputs: [],
  options: "CallOnceOptions",
  check: (node) => ({ subgraph: node.options.initSubgraphIndex }),
  calls: ({ subgraph }) => [subgraph],
});
