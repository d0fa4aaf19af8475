/** What became of one pack's kernel, or of a pack that has none, when a node asked. */
export interface CandidateReport {
  readonly pack: string;
  readonly kernel: string | null;
  /**
   * `chosen`; `later`: it takes the node, but another one comes first; `declined`: it says why not; `barred`: the
   * configuration leaves it out; `types`: it is for other types; `operator`: the pack has no kernel for the operator.
   */
  readonly verdict: "chosen" | "later" | "declined" | "barred" | "types" | "operator";
  readonly reason: string | null;
}

/** A node and the kernel that it gets. */
export interface ResolvedNodeReport {
  readonly subgraph: number;
  readonly index: number;
  /** The name of its first output. */
  readonly name: string;
  readonly operator: string;
  /** Types of its inputs and outputs: `int8, int8, int32 -> int8`. */
  readonly types: string;
  readonly kernel: string | null;
  readonly pack: string | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  /** In the order of the packs; empty where the node is wrong in itself. */
  readonly candidates: readonly CandidateReport[];
}

export interface ResolvedModelReport {
  readonly model: string;
  readonly nodes: readonly ResolvedNodeReport[];
}

/** The document that `thimble resolver --json` prints. */
export interface ResolverReport {
  readonly command: "resolver";
  readonly packs: readonly string[];
  readonly models: readonly ResolvedModelReport[];
  /** Overrides of the configuration that fit no node of any model, by their place. */
  readonly idleOverrides: readonly string[];
}
