import type { AnyPack, Interpreter } from "@thimble/core";
import { type Difference, formatDifference } from "../compare.ts";
import type { Layout } from "../probe/layout.ts";
import type { Probe } from "../probe/probe.ts";
import { Session } from "../probe/session.ts";
import { reasonOf } from "../reason-of.ts";
import type { ConformanceCase } from "./case.ts";
import { type CheckName, checkNames } from "./checks.ts";
import { type Expected, firstDifference } from "./expectation.ts";
import { openCase, type Packs, withReference } from "./open-case.ts";

/** What a check found. `skipped` where it has nothing to look at. */
export interface CheckResult {
  readonly check: CheckName;
  readonly status: "passed" | "failed" | "skipped";
  readonly message?: string;
  readonly difference?: Difference;
}

/** What went wrong in a run: outputs that differ, or an error before there were any. */
export interface Mistake {
  readonly message: string;
  readonly difference?: Difference;
}

/** A case, a pack, and what is found of them. */
export class Examination {
  readonly case: ConformanceCase;
  readonly #packs: Packs;
  readonly #results = new Map<CheckName, CheckResult>();

  constructor(conformanceCase: ConformanceCase, pack: AnyPack) {
    this.case = conformanceCase;
    this.#packs = withReference(pack);
  }

  /** An interpreter of the case's model with kernels of the pack, and of the reference for what the pack has none. */
  open(layout: Layout, probe?: Probe): Promise<Session> {
    const [pack, ...rest] = this.#packs;
    return Session.open(this.case.model, pack, rest, layout, probe);
  }

  /** An interpreter of another case that nobody watches; `undefined` if there is none, or if that case fails. */
  async openNeighbour(neighbour: ConformanceCase | undefined): Promise<Interpreter | undefined> {
    if (!neighbour) return undefined;
    try {
      const interpreter = await openCase(neighbour, this.#packs);
      interpreter.invoke();
      return interpreter;
    } catch {
      return undefined;
    }
  }

  /** One invoke, held to what is expected of it. */
  runOne(session: Session, at: number, expected: readonly Expected[]): Mistake | undefined {
    const { status, outputs } = expected[at]!;
    try {
      const actual = session.invoke(this.case.invocations[at]!.inputs);
      if (actual !== status) return { message: `invoke ${at}: expected the status ${status}, got ${actual}` };
    } catch (error) {
      return { message: `invoke ${at}: ${reasonOf(error)}` };
    }
    const difference = outputs && firstDifference(session.outputs, outputs, session.probe);
    return difference && { message: `invoke ${at}: ${formatDifference(difference)}`, difference };
  }

  /** All invokes of the case; the first mistake. */
  runAll(session: Session, expected: readonly Expected[], before?: () => void): Mistake | undefined {
    for (const at of this.case.invocations.keys()) {
      before?.();
      const mistake = this.runOne(session, at, expected);
      if (mistake) return mistake;
    }
    return undefined;
  }

  /** All invokes in an interpreter of its own. */
  async runAlone(layout: Layout, expected: readonly Expected[]): Promise<Mistake | undefined> {
    const session = await this.open(layout);
    const mistake = this.runAll(session, expected);
    session.dispose();
    return mistake;
  }

  pass(check: CheckName): void {
    if (!this.#results.has(check)) this.#results.set(check, { check, status: "passed" });
  }

  /** The first failure of a check counts. */
  fail(check: CheckName, { message, difference }: Mistake): void {
    if (this.#results.get(check)?.status === "failed") return;
    this.#results.set(check, { check, status: "failed", message, ...(difference && { difference }) });
  }

  judge(check: CheckName, mistake: Mistake | undefined): void {
    if (mistake) this.fail(check, mistake);
    else this.pass(check);
  }

  /** Takes over what a probe saw. */
  takeViolations({ violations }: Probe): void {
    for (const { check, message } of violations) this.fail(check, { message });
  }

  get results(): readonly CheckResult[] {
    return checkNames.map((check) => this.#results.get(check) ?? { check, status: "skipped" });
  }
}
