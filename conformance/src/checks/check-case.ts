import { type AnyPack, ThimbleError } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { type Difference, formatDifference } from "../compare.ts";
import { type Layout, UNUSUAL, USUAL } from "../probe/layout.ts";
import { Probe, type ProbedNode } from "../probe/probe.ts";
import { Session } from "../probe/session.ts";
import type { ConformanceCase } from "./case.ts";
import { type CheckName, checkNames } from "./checks.ts";
import { type Expected, expectationsOf, firstDifference } from "./expectation.ts";
import { checkRefusals } from "./refusals.ts";

/** What a check found. `skipped` where it has nothing to look at. */
export interface CheckResult {
  readonly check: CheckName;
  readonly status: "passed" | "failed" | "skipped";
  readonly message?: string;
  readonly difference?: Difference;
}

/** Why a kernel declined a case's node. */
export interface Decline {
  readonly kernel: string;
  readonly reason: string;
}

/** What became of a case. */
export interface CaseResult {
  readonly id: string;
  readonly operator: string;
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

/** A case, a pack, and what is found of them. */
class Examination {
  readonly case: ConformanceCase;
  readonly pack: AnyPack;
  readonly unusual: Layout;
  readonly #results = new Map<CheckName, CheckResult>();

  constructor(conformanceCase: ConformanceCase, pack: AnyPack, unusual: Layout) {
    this.case = conformanceCase;
    this.pack = pack;
    this.unusual = unusual;
  }

  /** An interpreter of the case's model with kernels of the pack, and of the reference for what the pack has none. */
  open(layout: Layout, probe?: Probe): Promise<Session> {
    const rest = this.pack.id === reference.id ? [] : [reference];
    return Session.open(this.case.model, this.pack, rest, layout, probe);
  }

  pass(check: CheckName): void {
    if (!this.#results.has(check)) this.#results.set(check, { check, status: "passed" });
  }

  fail(check: CheckName, message: string, difference?: Difference): void {
    if (this.#results.get(check)?.status === "failed") return;
    this.#results.set(check, { check, status: "failed", message, ...(difference && { difference }) });
  }

  /** Takes over what a probe saw. */
  takeViolations({ violations }: Probe): void {
    for (const { check, message } of violations) this.fail(check, message);
  }

  get results(): readonly CheckResult[] {
    return checkNames.map((check) => this.#results.get(check) ?? { check, status: "skipped" });
  }
}

/** What went wrong in a run: outputs that differ, or an error before there were any. */
interface Mistake {
  readonly message: string;
  readonly difference?: Difference;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One invoke, held to what is expected of it. */
function runOne(
  session: Session,
  conformanceCase: ConformanceCase,
  at: number,
  expected: readonly Expected[],
): Mistake | undefined {
  const { status, outputs } = expected[at]!;
  try {
    const actual = session.invoke(conformanceCase.invocations[at]!.inputs);
    if (actual !== status) return { message: `invoke ${at}: expected the status ${status}, got ${actual}` };
  } catch (error) {
    return { message: `invoke ${at}: ${reasonOf(error)}` };
  }
  const difference = outputs && firstDifference(session.outputs, outputs, session.probe);
  return difference && { message: `invoke ${at}: ${formatDifference(difference)}`, difference };
}

/** All invokes of a case; the first mistake. */
function runAll(
  session: Session,
  conformanceCase: ConformanceCase,
  expected: readonly Expected[],
): Mistake | undefined {
  for (const at of conformanceCase.invocations.keys()) {
    const mistake = runOne(session, conformanceCase, at, expected);
    if (mistake) return mistake;
  }
  return undefined;
}

/**
 * Runs a case with the kernels of a pack, and holds them to every check. Never throws for what a pack does.
 *
 * @param unusual where buffers lie the second time
 */
export async function checkCase(
  conformanceCase: ConformanceCase,
  pack: AnyPack,
  unusual: Layout = UNUSUAL,
): Promise<CaseResult> {
  const examination = new Examination(conformanceCase, pack, unusual);
  const probe = new Probe(USUAL);
  const session = await openUsual(examination, probe);
  const { id, operator } = conformanceCase;
  const { declined } = probe;
  const kernels = [...new Set(probe.nodes.map(({ kernel }) => kernel.name))];
  if (session && kernels.length === 0) {
    session.dispose();
    return {
      id,
      operator,
      status: declined.length > 0 ? "declined" : "unclaimed",
      kernels,
      declined,
      checks: [],
      largestDifference: 0,
    };
  }
  if (session) {
    await examine(examination, session);
    session.dispose();
  }
  const checks = examination.results;
  const status = checks.some((check) => check.status === "failed") ? "failed" : "passed";
  return { id, operator, status, kernels, declined, checks, largestDifference: probe.largestDifference };
}

/** The first session. What keeps it from being opened is the fault of a kernel that took a node and cannot prepare it. */
async function openUsual(examination: Examination, probe: Probe): Promise<Session | undefined> {
  try {
    return await examination.open(USUAL, probe);
  } catch (error) {
    if (error instanceof ThimbleError && error.code === "OPERATOR_UNSUPPORTED") throw error;
    examination.fail("supports", reasonOf(error));
    return undefined;
  }
}

async function examine(examination: Examination, usual: Session): Promise<void> {
  const { nodes } = usual.probe;
  const expected = await expectationsOf(examination.case, nodes);
  examination.pass("supports");
  const isRight = await checkRuns(examination, usual, expected);
  if (isRight) checkReset(examination, usual, expected);
  await checkInPlace(examination, nodes, expected);
  await checkRefusals(examination, usual.probe.requests);
  for (const check of ["writes", "constants", "allocation"] as const) examination.pass(check);
}

/** Runs the case twice at a time, the second time with everything else different. */
async function checkRuns(examination: Examination, usual: Session, expected: readonly Expected[]): Promise<boolean> {
  const unusual = await examination.open(examination.unusual);
  const mistakes: { usual?: Mistake; unusual?: Mistake } = {};
  for (const at of examination.case.invocations.keys()) {
    const here = runOne(usual, examination.case, at, expected);
    const there = runOne(unusual, examination.case, at, expected);
    if (here) mistakes.usual ??= here;
    if (there) mistakes.unusual ??= there;
  }
  examination.takeViolations(usual.probe);
  examination.takeViolations(unusual.probe);
  compareRecords(examination, usual.probe.nodes, unusual.probe.nodes);
  unusual.dispose();
  if (mistakes.usual || mistakes.unusual) await blame(examination, mistakes, expected);
  for (const check of ["matches", "reads", "alignment", "relocation", "instances"] as const) examination.pass(check);
  return !mistakes.usual;
}

/** Finds out what it was that made a run go wrong, by changing one thing at a time. */
async function blame(
  examination: Examination,
  { usual, unusual }: { readonly usual?: Mistake; readonly unusual?: Mistake },
  expected: readonly Expected[],
): Promise<void> {
  const alone = async (layout: Layout): Promise<Mistake | undefined> => {
    const session = await examination.open(layout);
    const mistake = runAll(session, examination.case, expected);
    session.dispose();
    return mistake;
  };
  const fail = (check: CheckName, mistake: Mistake) => examination.fail(check, mistake.message, mistake.difference);
  const mistake = (usual ?? unusual)!;
  if (usual && (await alone(USUAL))) {
    fail("matches", usual);
    if (!(await alone({ ...USUAL, filling: 0 }))) fail("reads", usual);
    return;
  }
  const changed = [
    ["reads", { ...USUAL, filling: examination.unusual.filling }],
    ["alignment", { ...USUAL, alignment: examination.unusual.alignment }],
    ["relocation", { ...USUAL, shift: examination.unusual.shift }],
  ] as const;
  let isBlamed = false;
  for (const [check, layout] of changed) {
    const found = await alone(layout);
    if (found) fail(check, found);
    isBlamed ||= found !== undefined;
  }
  if (!isBlamed) fail("instances", mistake);
}

/** What kernels prepared at two places has to be the same bytes. */
function compareRecords(examination: Examination, here: readonly ProbedNode[], there: readonly ProbedNode[]): void {
  here.forEach(({ kernel, prepared }, n) => {
    prepared.forEach((bytes, i) => {
      const at = bytes.findIndex((byte, b) => byte !== there[n]?.prepared[i]?.[b]);
      if (at < 0) return;
      examination.fail(
        "relocation",
        `${kernel.name} prepares other bytes at another place: byte ${at} of block ${i} (${bytes.length} bytes) is ${bytes[at]}, then ${there[n]?.prepared[i]?.[at]}`,
      );
    });
  });
}

function checkReset(examination: Examination, session: Session, expected: readonly Expected[]): void {
  session.reset();
  const mistake = runAll(session, examination.case, expected);
  if (mistake) examination.fail("reset", `after reset, ${mistake.message}`, mistake.difference);
  else examination.pass("reset");
}

/** Runs the case with the output on each input that the kernel declares for that, where it fits. */
async function checkInPlace(
  examination: Examination,
  nodes: readonly ProbedNode[],
  expected: readonly Expected[],
): Promise<void> {
  const [first] = nodes;
  if (!first || nodes.length > 1 || first.node.subgraph !== 0) return;
  const { node, kernel } = first;
  for (const position of kernel.inPlace ?? []) {
    const input = node.inputs[position];
    const fits = input && !input.isConstant && !input.isVariable && input.byteLength === node.outputs[0]?.byteLength;
    if (!fits) continue;
    const session = await examination.open({ ...USUAL, inPlace: position });
    const mistake = runAll(session, examination.case, expected);
    session.dispose();
    if (mistake) examination.fail("in-place", `on input ${position}, ${mistake.message}`, mistake.difference);
    else examination.pass("in-place");
  }
}
