import type { CaseResult, OperatorSummary } from "@thimble/conformance";

/** A case whose outputs differ, or that failed before it had any. */
export type ReplayFailure = Exclude<CaseResult, { readonly status: "passed" }>;

/** What `thimble replay --json` prints. */
export interface ReplayReport {
  readonly command: "replay";
  /** `id@version`, in the order of priority. */
  readonly packs: readonly string[];
  readonly files: readonly string[];
  readonly passed: number;
  readonly total: number;
  readonly operators: readonly OperatorSummary[];
  readonly failures: readonly ReplayFailure[];
}
