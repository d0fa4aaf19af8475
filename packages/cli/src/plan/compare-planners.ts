import { makePlan, type Plan, type PlannerName, planners, planOptimal } from "@thimble/core";
import type { Certificate, PlannerReport } from "./plan-report.ts";

/** What each planner comes to, and what is known of the best. */
export interface Comparison {
  readonly lowerBound: number;
  readonly planners: readonly PlannerReport[];
}

/** Plans a plan's buffers by every planner; `offline` is one of them where the plan keeps a model's own. */
export function comparePlanners({ planner, buffers }: Plan): Comparison {
  const free = buffers.map(({ name, size, firstUse, lastUse }) => ({ name, size, firstUse, lastUse }));
  const { lowerBound } = planOptimal(free);
  const names = (Object.keys(planners) as PlannerName[]).filter((name) => name !== "offline" || name === planner);
  const reports = names.map((name): PlannerReport => {
    const { size } = makePlan(name, name === "offline" ? buffers : free);
    return { planner: name, bytes: size, certificate: certificateOf(size, lowerBound) };
  });
  return { lowerBound, planners: reports.sort((a, b) => a.bytes - b.bytes) };
}

/** How far a plan is from the best. */
export const certificateOf = (bytes: number, lowerBound: number): Certificate =>
  bytes === lowerBound ? "optimal" : { gap: bytes - lowerBound };
