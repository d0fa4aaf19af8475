import { describe, test } from "vitest";
import type { CaseResult } from "../checks/check-case.ts";
import { randomId } from "../corpus/ids.ts";
import type { FailureReport, Report } from "../report/report.ts";
import { type PreparedSuite, prepareSuite } from "../suite/run-suite.ts";
import type { PreparedTarget } from "../suite/run-target.ts";
import type { SuiteOptions } from "../suite/suite-options.ts";
import { nameOf, type Task } from "../suite/task.ts";
import { TaskResults } from "./task-results.ts";

/** A pack, and what of the suite its tests are made of. */
export type ConformanceOptions = Pick<
  SuiteOptions,
  | "pack"
  | "waivers"
  | "preconditions"
  | "operators"
  | "runs"
  | "seed"
  | "models"
  | "targets"
  | "threads"
  | "secondsPerCase"
>;

/** A case may take as long as the suite lets it: a limit for a test would count the cases that run before it. */
const NO_TIME_LIMIT = 0;

/** A run that begins when it is first asked for, and tests that wait for their parts of it. */
interface Run {
  readonly suite: PreparedSuite;
  readonly results: TaskResults;
  report(): Promise<Report>;
}

/**
 * Makes tests of the suite: one for each case, generator of random models, whole model, kernel and target of the pack. Waived
 * cases are tests that are expected to fail. What a kernel does, be it a crash or an endless loop, ends no other test:
 * kernels run in threads.
 *
 * ```ts
 * import { runConformance } from "@thimble/conformance/vitest";
 *
 * await runConformance({ pack: new URL("..", import.meta.url) });
 * ```
 *
 * @throws ThimbleError where there is no pack, it is empty, or a waiver is for a case that there is not
 */
export async function runConformance(options: ConformanceOptions): Promise<void> {
  const run = await prepare(options);
  const { pack, tasks } = run.suite;
  describe(`${pack.id} conforms`, () => {
    for (const task of tasks) describeTask(task, run);
    describe("as a whole", () => {
      for (const { name } of pack.kernels)
        test(name, async () => expectNothing(problemsOf(name, await run.report())), NO_TIME_LIMIT);
      for (const target of run.suite.targets) testTarget(target, run);
      test("nothing else is wrong", async () => expectNothing(otherProblems(run, await run.report())), NO_TIME_LIMIT);
    });
  });
}

async function prepare(options: ConformanceOptions): Promise<Run> {
  let results: TaskResults | undefined;
  const suite = await prepareSuite({
    ...options,
    onResult: (result) => results?.add(result),
    onTaskDone: (task) => results?.finish(task),
  });
  results = new TaskResults(suite.tasks);
  let report: Promise<Report> | undefined;
  return {
    suite,
    results,
    report() {
      report ??= suite.run();
      report.catch((error) => results.fail(error));
      return report;
    },
  };
}

/** A task's ids: what it has results for. */
const idsOf = (task: Task): readonly string[] => {
  if (task.kind === "cases") return task.ids;
  return [task.kind === "random" ? randomId(task.operator, task.types, task.seed) : task.path];
};

function describeTask(task: Task, run: Run): void {
  const { waivers } = run.suite.settings;
  describe(task.kind === "cases" ? task.word : task.kind, () => {
    for (const id of idsOf(task)) {
      const waiver = waivers.find((waiver) => waiver.case === id);
      const body = () => expectPassed(task, id, run);
      if (waiver) test.fails(`${id} (waived: ${waiver.reason}, ${waiver.issue})`, body, NO_TIME_LIMIT);
      else test(task.kind === "cases" ? id : nameOf(task), body, NO_TIME_LIMIT);
    }
  });
}

/** All that runs on a target is one test; a target that a tool is missing for is skipped by name. */
function testTarget({ target, ...prepared }: PreparedTarget, { report }: Run): void {
  const isSkipped = prepared.verdict === "skipped";
  const title = isSkipped ? `${target} (skipped: ${prepared.reason})` : target;
  const body = async (): Promise<void> => {
    const found = (await report()).targets?.find((other) => other.target === target);
    expectNothing(found && "failures" in found ? [...found.problems, ...found.failures.map(describeFailure)] : []);
  };
  if (isSkipped) test.skip(title, body);
  else test(title, body, NO_TIME_LIMIT);
}

const describeFailure = ({ id, checks }: FailureReport): string =>
  `${id}: ${checks.map(({ check, message }) => `${check}: ${message}`).join("; ")}`;

async function expectPassed(task: Task, id: string, { report, results }: Run): Promise<void> {
  if (task.kind === "model") {
    const model = (await report()).models.find((found) => found.model === id);
    return expectNothing(
      model?.status === "same" ? [] : [`${model?.message ?? `${model?.kernel} differs at ${model?.location}`}`],
    );
  }
  void report();
  const result = await results.of(task, id);
  if (!result && task.kind === "cases")
    throw new Error("the suite has no result of this case: its thread ended before");
  expectNothing(result ? mistakesOf(result) : []);
}

const mistakesOf = ({ checks }: CaseResult): readonly string[] =>
  checks.filter(({ status }) => status === "failed").map(({ check, message = "failed" }) => `${check}: ${message}`);

const problemsOf = (kernel: string, { kernels }: Report): readonly string[] =>
  kernels.find((report) => report.kernel === kernel)?.problems ?? [];

/** What is wrong and belongs to no other test. */
function otherProblems({ suite }: Run, { problems, kernels, failures }: Report): readonly string[] {
  const tested = new Set(suite.tasks.flatMap(idsOf));
  const ofKernels = new Set(
    kernels.flatMap(({ kernel, problems }) => problems.map((problem) => `${kernel}: ${problem}`)),
  );
  return [
    ...problems.filter((problem) => !ofKernels.has(problem)),
    ...failures.filter(({ id }) => !tested.has(id)).map(describeFailure),
  ];
}

function expectNothing(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
