import { ThimbleError } from "@thimble/core";
import { features } from "../corpus/features.ts";

const edgeNames = Object.keys(features).join(", ");

/** A case that is known to fail, and why. It runs and has to fail; one that passes is a failure. */
export interface Waiver {
  /** The case's id. */
  readonly case: string;
  readonly reason: string;
  /** Where it is followed up: a URL or number. */
  readonly issue: string;
}

/** A node that kernels decline, in the words that they report. Whatever else is declined is a failure. */
export interface Precondition {
  readonly reason: string;
  /** Names of kernels; `*` stands for any part: `conv_2d_*`. */
  readonly kernels: readonly string[];
  /**
   * Edges of cases, of which every case that is declined for the reason has one: a kernel that declines more than it says
   * is found by them. Default is not to look.
   */
  readonly edges?: readonly string[];
}

/** What a pack says of itself to the suite: the field `thimble.conformance` of its package.json. */
export interface PackSettings {
  readonly waivers?: readonly Waiver[];
  readonly preconditions?: readonly Precondition[];
}

const wrong = (message: string): ThimbleError => new ThimbleError("OPTION_INVALID", message);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Checks what a pack says of itself; throws `OPTION_INVALID` naming the entry and what is missing. */
export function checkSettings({ waivers = [], preconditions = [] }: PackSettings): void {
  waivers.forEach((waiver, i) => {
    for (const key of ["case", "reason", "issue"] as const)
      if (!isText(waiver[key])) throw wrong(`waivers[${i}] has no ${key}; a waiver is { case, reason, issue }`);
  });
  preconditions.forEach(({ reason, kernels, edges = [] }, i) => {
    if (!isText(reason) || !Array.isArray(kernels) || kernels.length === 0)
      throw wrong(`preconditions[${i}] needs a reason, as the kernel reports it, and the names of kernels`);
    for (const edge of edges)
      if (!(edge in features))
        throw wrong(`preconditions[${i}] names an edge "${edge}" that no case has; there are ${edgeNames}`);
  });
}
