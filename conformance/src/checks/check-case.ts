import { type AnyPack, ThimbleError } from "@thimble/core";
import { type Layout, UNUSUAL, USUAL } from "../probe/layout.ts";
import { Probe } from "../probe/probe.ts";
import type { Session } from "../probe/session.ts";
import { reasonOf } from "../reason-of.ts";
import type { ConformanceCase } from "./case.ts";
import { type CheckResult, Examination } from "./examination.ts";
import { expectationsOf } from "./expectation.ts";
import { checkInPlace } from "./in-place.ts";
import { checkRefusals } from "./refusals.ts";
import { checkReset } from "./reset.ts";
import { checkRuns } from "./runs.ts";

/** Why a kernel declined a case's node. */
export interface Decline {
  readonly kernel: string;
  readonly reason: string;
}

/** What became of a case. */
export interface CaseResult {
  readonly id: string;
  readonly operator: string;
  /** Edges of the case, where they are known. */
  readonly covers?: readonly string[];
  /**
   * `declined`: the pack has kernels for the node's types, and each said why it does not take it. `unclaimed`: it has
   * none.
   */
  readonly status: "passed" | "failed" | "declined" | "unclaimed";
  /** Kernels of the pack that ran. */
  readonly kernels: readonly string[];
  readonly declined: readonly Decline[];
  /** Empty unless kernels of the pack ran. */
  readonly checks: readonly CheckResult[];
  /** From the reference: units in the last place of integers, distance of floats. */
  readonly largestDifference: number;
}

/** What a case is run with besides. */
export interface CheckOptions {
  /** Where buffers lie the second time. Default is {@link UNUSUAL}. */
  readonly unusual?: Layout;
  /** A case whose model runs in between. Default is none. */
  readonly neighbour?: ConformanceCase | undefined;
}

/** Runs a case with the kernels of a pack, and holds them to every check. Never throws for what a pack does. */
export async function checkCase(
  conformanceCase: ConformanceCase,
  pack: AnyPack,
  options: CheckOptions = {},
): Promise<CaseResult> {
  const examination = new Examination(conformanceCase, pack);
  const probe = new Probe(USUAL);
  const session = await openUsual(examination, probe);
  const kernels = [...new Set(probe.nodes.map(({ kernel }) => kernel.name))];
  if (session && kernels.length > 0) await examine(examination, session, options);
  session?.dispose();
  const isDeclined = session && kernels.length === 0;
  const checks = isDeclined ? [] : examination.results;
  const isFailed = checks.some(({ status }) => status === "failed");
  return {
    id: conformanceCase.id,
    operator: conformanceCase.operator,
    ...(conformanceCase.covers && { covers: conformanceCase.covers }),
    status: isDeclined ? (probe.declined.length > 0 ? "declined" : "unclaimed") : isFailed ? "failed" : "passed",
    kernels,
    declined: probe.declined,
    checks,
    largestDifference: probe.largestDifference,
  };
}

/** The first session. What keeps it from being opened is the fault of a kernel that took a node and cannot prepare it. */
async function openUsual(examination: Examination, probe: Probe): Promise<Session | undefined> {
  try {
    return await examination.open(USUAL, probe);
  } catch (error) {
    if (error instanceof ThimbleError && error.code === "OPERATOR_UNSUPPORTED") throw error;
    examination.fail("supports", { message: reasonOf(error) });
    return undefined;
  }
}

async function examine(
  examination: Examination,
  usual: Session,
  { unusual = UNUSUAL, neighbour }: CheckOptions,
): Promise<void> {
  const { nodes, requests } = usual.probe;
  const expected = await expectationsOf(examination.case, nodes);
  const isRight = await checkRuns(examination, usual, unusual, expected);
  if (isRight) await checkReset(examination, usual, neighbour, expected);
  await checkInPlace(examination, nodes, expected);
  await checkRefusals(examination, requests);
  for (const check of ["supports", "writes", "constants", "allocation"] as const) examination.pass(check);
}
