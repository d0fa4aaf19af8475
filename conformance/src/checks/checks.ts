/** A check's name: what it sees. */
export type CheckName =
  | "matches"
  | "writes"
  | "constants"
  | "reads"
  | "alignment"
  | "relocation"
  | "instances"
  | "reset"
  | "in-place"
  | "memory"
  | "allocation"
  | "dispose"
  | "supports";

/** What a kernel is held to, in the order of a report. Each check sees one kind of mistake. */
export const checks: Readonly<Record<CheckName, string>> = {
  matches: "gives what the reference gives, as exactly as it declares",
  writes: "writes to its outputs, scratch and records only: no byte beside them, and no static data",
  constants: "leaves inputs and constants as they are",
  reads: "does not depend on what lies beside its buffers, in scratch, in outputs or on the stack before",
  alignment: "works at every address that an element may have",
  relocation: "keeps no address: prepared elsewhere, its records and constants are the same bytes",
  instances: "gives the same when another interpreter runs in between",
  reset: "gives the same from the beginning after reset",
  "in-place": "gives the same with its output on each input that it declares",
  memory: "fails cleanly when any of the memory that it asks for is refused",
  allocation: "asks for no memory in invoke",
  dispose: "leaves nothing behind when its interpreter is disposed",
  supports: "takes a node, or declines it with a reason that its pack declares, and runs what it takes",
};

/** The checks' names, in order. */
export const checkNames: readonly CheckName[] = Object.keys(checks) as CheckName[];
