import type { InterpreterOptions, Plan, PlannerName } from "@thimble/core";
import { readModel, readOfflinePlan } from "@thimble/schema";
import { packLabel } from "../load-packs.ts";
import { UsageError } from "../usage-error.ts";
import { certificateOf, comparePlanners } from "./compare-planners.ts";
import { findPeak } from "./find-peak.ts";
import type { BufferReport, Limit, PlanReport } from "./plan-report.ts";

/** What a plan is asked for besides an interpreter's options. */
export interface PlanRequest {
  /** Default is the options', or `offline` for a model that carries a plan, otherwise `optimal`. */
  readonly planner?: PlannerName | undefined;
  /** Bytes. */
  readonly limit?: number | undefined;
}

/** Prepares a model and reports on its plan. */
export async function planModel(
  path: string,
  bytes: Uint8Array,
  options: InterpreterOptions,
  { planner: named, limit }: PlanRequest,
): Promise<PlanReport> {
  if (named === "offline" && !readOfflinePlan(readModel(bytes)))
    throw new UsageError(`--planner offline keeps the plan that a model carries, and ${path} carries none`);
  const compared = await comparePlanners(bytes, options, named ?? options.planner);
  const { arena, plan, planner, lowerBound, planners } = compared;
  return {
    command: "plan",
    model: path,
    packs: options.packs.map(packLabel),
    planner,
    bytes: plan.size,
    lowerBound,
    certificate: certificateOf(plan.size, lowerBound),
    peak: findPeak(plan),
    arena,
    limit: limitOf(limit, arena.usedBytes),
    planners,
    buffers: describeBuffers(plan),
  };
}

const limitOf = (bytes: number | undefined, needed: number): Limit | null =>
  bytes === undefined ? null : { bytes, isExceeded: needed > bytes };

function describeBuffers({ buffers, offsets }: Plan): BufferReport[] {
  const reports = buffers.map(({ name, size, firstUse, lastUse, offset, tensor }, i): BufferReport => {
    const { subgraph = null, index = null } = tensor ?? {};
    const kind = tensor ? "tensor" : "scratch";
    const isFixed = offset !== undefined;
    return { name, kind, subgraph, index, bytes: size, firstUse, lastUse, offset: offsets[i]!, isFixed };
  });
  return reports.sort((a, b) => a.firstUse - b.firstUse || a.offset - b.offset);
}
