import type { ArenaUsage, Certificate, PlannerName } from "@thimble/core";

/** What `thimble plan --json` prints. */
export interface PlanReport {
  readonly command: "plan";
  readonly model: string;
  /** `id@version`, in the order of priority. */
  readonly packs: readonly string[];
  readonly planner: PlannerName;
  /** Of the planned part of the arena. */
  readonly bytes: number;
  /** Bytes that any plan takes at least. */
  readonly lowerBound: number;
  readonly certificate: Certificate;
  readonly peak: Peak;
  /** On a 32-bit target. */
  readonly arena: ArenaUsage;
  /** What `--limit` says, or `null`. */
  readonly limit: Limit | null;
  /** What each planner comes to, the fewest bytes first. */
  readonly planners: readonly PlannerReport[];
  /** By first use, then by address. */
  readonly buffers: readonly BufferReport[];
}

/** When the most bytes are in use at once. */
export interface Peak {
  readonly bytes: number;
  /** First and last of the steps that follow each other. */
  readonly steps: readonly (readonly [number, number])[];
}

export interface Limit {
  readonly bytes: number;
  /** Whether the arena takes more. */
  readonly isExceeded: boolean;
}

export interface PlannerReport {
  readonly planner: PlannerName;
  readonly bytes: number;
  readonly certificate: Certificate;
}

export interface BufferReport {
  readonly name: string;
  readonly kind: "tensor" | "scratch";
  /** `null` for scratch. */
  readonly subgraph: number | null;
  /** Of the tensor; `null` for scratch. */
  readonly index: number | null;
  readonly bytes: number;
  /** The steps at which it is in use: 0 is before the first node, −1 before every step. */
  readonly firstUse: number;
  readonly lastUse: number;
  readonly offset: number;
  /** Whether the model's own plan puts it there. */
  readonly isFixed: boolean;
}
