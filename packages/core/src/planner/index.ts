import { ThimbleError } from "@thimble/schema";
import { planGreedy } from "./greedy.ts";
import { placeInPlace } from "./in-place/index.ts";
import { planLinear } from "./linear.ts";
import { planOffline } from "./offline.ts";
import { planOptimal } from "./optimal/index.ts";
import type { Overlap, Plan, PlanBuffer, Planner } from "./plan.ts";
import { verifyPlan } from "./verify.ts";

/**
 * `greedy` is TFLM's; `linear` reuses nothing; `optimal` searches for the fewest bytes; `offline` keeps to the plan that a
 * model carries, and is greedy with the rest.
 */
export type PlannerName = "greedy" | "linear" | "optimal" | "offline";

/** The planners by name. */
export const planners: Readonly<Record<PlannerName, Planner>> = {
  greedy: planGreedy,
  linear: planLinear,
  optimal: (buffers, overlaps = []) => placeInPlace(buffers, overlaps, planOptimal(buffers)),
  offline: planOffline,
};

/** Throws `PLANNER_UNKNOWN` unless there is a planner of that name. */
export function checkPlanner(name: string): void {
  if (Object.hasOwn(planners, name)) return;
  throw new ThimbleError(
    "PLANNER_UNKNOWN",
    `there is no planner "${name}"; choose one of ${Object.keys(planners).join(", ")}`,
  );
}

/**
 * Places buffers by a named planner, some of which may overlap, and checks the result. Where some of them have offsets,
 * those are kept and the rest is placed around them, whichever planner is named.
 *
 * @throws ThimbleError `PLAN_INVALID` when the offsets that buffers have cannot be kept.
 */
export function makePlan(name: PlannerName, buffers: readonly PlanBuffer[], overlaps: readonly Overlap[] = []): Plan {
  checkPlanner(name);
  const place = buffers.some(({ offset }) => offset !== undefined) ? planOffline : planners[name];
  const plan: Plan = { planner: name, buffers, overlaps, ...place(buffers, overlaps) };
  verifyPlan(plan);
  return plan;
}
