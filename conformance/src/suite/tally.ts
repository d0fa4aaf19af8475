import type { KernelDescription } from "@thimble/core";
import type { CaseResult, Decline } from "../checks/check-case.ts";
import { type CheckName, checkNames } from "../checks/checks.ts";
import { isExact } from "../checks/exactness.ts";
import type { CheckResult } from "../checks/examination.ts";
import { fits, isRandom } from "../corpus/ids.ts";
import type { Findings } from "../report/conclude.ts";
import type { FailureReport, KernelReport, ModelReport, Report, WaiverReport } from "../report/report.ts";
import type { Accident } from "./pool.ts";
import type { PackSettings, Precondition } from "./settings.ts";
import type { InstructionCount, Message, Speed } from "./task.ts";

/** What is counted of a kernel while cases run. */
class KernelTally {
  readonly cases = { passed: 0, failed: 0, waived: 0 };
  randomModels = 0;
  readonly checks: { [Check in CheckName]?: { passed: number; failed: number } } = {};
  largestDifference = 0;
  readonly declined = new Map<string, number>();
  speed: Speed | undefined;
  instructions: InstructionCount | undefined;

  count(checks: readonly CheckResult[]): void {
    for (const { check, status } of checks) {
      if (status === "skipped") continue;
      this.checks[check] ??= { passed: 0, failed: 0 };
      this.checks[check][status]++;
    }
  }
}

const toModelReport = ({
  path,
  nodes,
  difference,
  error,
}: Extract<Message, { readonly kind: "model" }>): ModelReport => ({
  model: path,
  nodes,
  status: error === undefined ? (difference ? "differs" : "same") : "failed",
  ...(error !== undefined && { message: error }),
  ...difference,
});

/** Adds up what the cases of a run come to. Memory grows with kernels and failures, not with cases. */
export class Tally {
  readonly #settings: PackSettings;
  readonly #runs: number;
  readonly #kernels = new Map<string, KernelTally>();
  readonly #waived = new Map<string, "failed" | "unneeded">();
  readonly failures: FailureReport[] = [];
  readonly models: ModelReport[] = [];
  readonly counts = { cases: 0, passed: 0, failed: 0, waived: 0, declined: 0, unclaimed: 0, randomModels: 0 };

  /** @param runs random models of each generator: as many find the same one again */
  constructor(settings: PackSettings, kernels: readonly KernelDescription[], runs: number) {
    this.#settings = settings;
    this.#runs = runs;
    for (const { name } of kernels) this.#kernels.set(name, new KernelTally());
  }

  /** Takes in what a worker says; gives what it comes to where that is about a case or a random model. */
  add(message: Message): CaseResult | undefined {
    if (message.kind === "case") return this.#addCase(message.result);
    if (message.kind === "heap") return this.#addHeap(message.result);
    if (message.kind === "random") return this.#addRandom(message.result, message.line);
    if (message.kind === "model") this.models.push(toModelReport(message));
    if (message.kind === "speed") this.#addSpeed(message.speed);
    if (message.kind === "instructions") this.#addInstructions(message.count);
    return undefined;
  }

  /** Takes in a case that has no result, because it hangs or ends its thread. */
  addAccident({ id, task, message }: Accident): CaseResult | undefined {
    if (task.kind === "model") {
      this.models.push({ model: task.path, status: "failed", nodes: 0, message });
      return undefined;
    }
    const operator = task.kind === "random" ? task.operator : task.word.toUpperCase();
    const checks: CheckResult[] = [{ check: "matches", status: "failed", message }];
    const result: CaseResult = {
      id,
      operator,
      status: "failed",
      kernels: [],
      declined: [],
      checks,
      largestDifference: 0,
    };
    return task.kind === "random" ? this.#addRandom(result, undefined) : this.#addCase(result);
  }

  /** What was found so far. */
  findings(kernels: readonly KernelDescription[]): Findings {
    const { failures, models } = this;
    return { kernels: kernels.map((kernel) => this.#report(kernel)), failures, waivers: this.#waivers(), models };
  }

  get summary(): Report["summary"] {
    return { ...this.counts, models: this.models.length };
  }

  #waivers(): readonly WaiverReport[] {
    return (this.#settings.waivers ?? []).map((waiver) => ({
      case: waiver.case,
      reason: waiver.reason,
      issue: waiver.issue,
      outcome: this.#waived.get(waiver.case) ?? "not-run",
    }));
  }

  #kernel(name: string): KernelTally {
    const known = this.#kernels.get(name) ?? new KernelTally();
    this.#kernels.set(name, known);
    return known;
  }

  #addCase(found: CaseResult): CaseResult {
    const result = this.#judge(found);
    const isWaived = this.#isWaived(result);
    const outcome = result.status === "failed" && isWaived ? "waived" : result.status;
    this.counts.cases++;
    this.counts[outcome]++;
    if (isWaived) this.#waived.set(result.id, result.status === "failed" ? "failed" : "unneeded");
    for (const name of result.kernels) {
      const kernel = this.#kernel(name);
      if (outcome === "passed" || outcome === "failed" || outcome === "waived") kernel.cases[outcome]++;
      if (outcome !== "waived") kernel.count(result.checks);
      kernel.largestDifference = Math.max(kernel.largestDifference, result.largestDifference);
    }
    if (outcome === "failed") this.#addFailure(result);
    return result;
  }

  /** A case that passed before, and is counted already. */
  #addHeap(result: CaseResult): CaseResult {
    const outcome = result.status === "passed" ? "passed" : this.#isWaived(result) ? "waived" : "failed";
    for (const counts of [this.counts, ...result.kernels.map((name) => this.#kernel(name).cases)]) {
      counts.passed--;
      counts[outcome]++;
    }
    if (outcome === "waived") this.#waived.set(result.id, "failed");
    else for (const name of result.kernels) this.#kernel(name).count(result.checks);
    if (outcome === "failed") this.#addFailure(result);
    return result;
  }

  #isWaived({ id }: CaseResult): boolean {
    return this.#settings.waivers?.some((waiver) => waiver.case === id) ?? false;
  }

  /** Of several cases, the one that takes longest says most. */
  #addSpeed(speed: Speed): void {
    const kernel = this.#kernel(speed.kernel);
    if (!kernel.speed || kernel.speed.reference < speed.reference) kernel.speed = speed;
  }

  #addInstructions(count: InstructionCount): void {
    const kernel = this.#kernel(count.kernel);
    if (!kernel.instructions || kernel.instructions.instructions < count.instructions) kernel.instructions = count;
  }

  #addRandom(found: CaseResult, line: string | undefined): CaseResult {
    const result = this.#judge(found);
    this.counts.randomModels++;
    for (const name of result.kernels) {
      const kernel = this.#kernel(name);
      kernel.randomModels++;
      kernel.count(result.checks);
      kernel.largestDifference = Math.max(kernel.largestDifference, result.largestDifference);
    }
    if (result.status === "failed") this.#addFailure(result, line);
    return result;
  }

  #addFailure({ id, operator, kernels, checks }: CaseResult, line?: string): void {
    const failed = checks.filter(({ status }) => status === "failed");
    this.failures.push({
      id,
      operator,
      kernels,
      checks: failed,
      replay: `--cases ${id}${isRandom(id) ? ` --runs ${this.#runs}` : ""}`,
      ...(line !== undefined && { line }),
    });
  }

  /** What is declined without being declared, or though the declared reason does not hold, is a failure. */
  #judge(result: CaseResult): CaseResult {
    for (const { kernel, reason } of result.declined) {
      const { declined } = this.#kernel(kernel);
      declined.set(reason, (declined.get(reason) ?? 0) + 1);
    }
    if (result.status !== "declined") return result;
    for (const decline of result.declined) {
      const message = this.#objection(decline, result.covers);
      if (message === undefined) continue;
      const checks: CheckResult[] = [{ check: "supports", status: "failed", message }];
      return { ...result, status: "failed", kernels: [decline.kernel], checks };
    }
    return result;
  }

  /** What is wrong with declining a case; `undefined` if a precondition of the pack says it. */
  #objection({ kernel, reason }: Decline, covers: readonly string[] | undefined): string | undefined {
    const said = this.#preconditions(kernel).filter((precondition) => precondition.reason === reason);
    if (said.length === 0)
      return `${kernel} declines a node of the types that it claims, and no precondition of the pack says so: "${reason}"`;
    const isSo = said.some(({ edges }) => !edges || !covers || edges.some((edge) => covers.includes(edge)));
    if (isSo) return undefined;
    const edges = said.flatMap(({ edges = [] }) => edges).join(" or ");
    return `${kernel} declines a node because "${reason}", but the case has not the edge that the precondition names: ${edges}`;
  }

  #preconditions(kernel: string): readonly Precondition[] {
    const { preconditions = [] } = this.#settings;
    return preconditions.filter(({ kernels }) => kernels.some((pattern) => fits(kernel, pattern)));
  }

  #report(kernel: KernelDescription): KernelReport {
    const tally = this.#kernel(kernel.name);
    const ran = tally.cases.passed + tally.cases.failed + tally.cases.waived;
    const preconditions = this.#preconditions(kernel.name).map(({ reason }) => ({
      reason,
      declined: tally.declined.get(reason) ?? 0,
      taken: ran + tally.randomModels,
    }));
    const { rounding = "double", inPlace = [], operator } = kernel;
    return {
      kernel: kernel.name,
      operator: operator.name,
      maxVersion: operator.maxVersion,
      types: kernel.types,
      rounding,
      exactness: isExact(kernel) ? "exact" : "tolerance",
      inPlace,
      cases: tally.cases,
      randomModels: tally.randomModels,
      checks: Object.fromEntries(
        checkNames.flatMap((name) => (tally.checks[name] ? [[name, tally.checks[name]]] : [])),
      ),
      largestDifference: tally.largestDifference,
      preconditions,
      ...(tally.speed && {
        speed: { case: tally.speed.case, kernel: tally.speed.ours, reference: tally.speed.reference },
      }),
      ...(tally.instructions && {
        instructions: { case: tally.instructions.case, count: tally.instructions.instructions },
      }),
      problems: [],
    };
  }
}
