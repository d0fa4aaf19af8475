import {
  type ArenaUsage,
  type Certificate,
  Interpreter,
  type InterpreterOptions,
  type Plan,
  type PlannerName,
  planners,
} from "@thimble/core";
import { isThimbleError } from "../is-thimble-error.ts";
import type { PlannerReport } from "./plan-report.ts";

/** What a model comes to with a planner. */
export interface Prepared {
  readonly arena: ArenaUsage;
  readonly plan: Plan;
}

/** A model with the planner that was chosen, and what the others come to. */
export interface Comparison extends Prepared {
  readonly planner: PlannerName;
  /** Bytes that any plan takes at least. */
  readonly lowerBound: number;
  /** The fewest bytes first. */
  readonly planners: readonly PlannerReport[];
}

/**
 * Prepares a model with each planner; with `offline` only where it is the chosen one. A planner that is not chosen is
 * left out where its arena is larger than is made unasked.
 *
 * @param named the planner that is chosen. Default is the interpreter's choice
 */
export async function comparePlanners(
  bytes: Uint8Array,
  options: InterpreterOptions,
  named: PlannerName | undefined,
): Promise<Comparison> {
  const own = await prepare(bytes, { ...options, planner: named });
  const chosen = own.plan.planner as PlannerName;
  const prepared: [PlannerName, Prepared][] = [];
  for (const planner of Object.keys(planners) as PlannerName[]) {
    if (planner === "offline" && planner !== chosen) continue;
    const found = planner === chosen ? own : await prepare(bytes, { ...options, planner }).catch(tooLarge);
    if (found) prepared.push([planner, found]);
  }
  const { lowerBound: known = 0 } = prepared.find(([planner]) => planner === "optimal")?.[1].plan ?? {};
  // A model's own plan may pack buffers tighter than blocks of 16 bytes.
  const lowerBound = Math.min(known, own.plan.size);
  const reports = prepared.map(([planner, { plan }]): PlannerReport => {
    return { planner, bytes: plan.size, certificate: certificateOf(plan.size, lowerBound) };
  });
  return { ...own, planner: chosen, lowerBound, planners: reports.sort((a, b) => a.bytes - b.bytes) };
}

async function prepare(bytes: Uint8Array, options: InterpreterOptions): Promise<Prepared> {
  const interpreter = await Interpreter.create(bytes, options);
  const { arena, plan } = interpreter;
  interpreter.dispose();
  return { arena, plan };
}

function tooLarge(error: unknown): undefined {
  if (!isThimbleError(error) || error.code !== "ARENA_TOO_LARGE") throw error;
}

/** How far a plan is from the best. */
export const certificateOf = (bytes: number, lowerBound: number): Certificate =>
  bytes === lowerBound ? "optimal" : { gap: bytes - lowerBound };
