import { type AnyPack, engineFeatures, type KernelDescription, ThimbleError } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { checks } from "../checks/checks.ts";
import { corpusDigest } from "../corpus/corpus-digest.ts";
import { conclude } from "../report/conclude.ts";
import { REPORT_VERSION, type Report, type TargetReport } from "../report/report.ts";
import { limitKernels } from "./limit-kernels.ts";
import { identify, openPack, resolveSource, settingsOf } from "./pack-source.ts";
import { caseIds, isWhole, planTasks, type Scope } from "./plan.ts";
import { type PreparedTarget, prepareTargets, runTarget } from "./run-target.ts";
import { checkSettings, type PackSettings } from "./settings.ts";
import type { Basis, SuiteOptions } from "./suite-options.ts";
import { Tally } from "./tally.ts";
import { tallyTasks } from "./tally-tasks.ts";
import type { Task } from "./task.ts";
import { SUITE_VERSION } from "./version.ts";

/** Random models of each generator, unless it is said otherwise. */
export const DEFAULT_RUNS = 40;
export const DEFAULT_SEED = 1;

/** A run of the suite that is known, but has not begun. */
export interface PreparedSuite {
  readonly pack: AnyPack;
  readonly settings: Required<PackSettings>;
  readonly tasks: readonly Task[];
  readonly targets: readonly PreparedTarget[];
  run(): Promise<Report>;
}

/**
 * Holds a pack to the suite and reports what was found. What a pack does wrong is in the report.
 *
 * @throws ThimbleError for what keeps the suite from running: no pack, an empty one, unknown operators or cases
 */
export async function runSuite(options: SuiteOptions): Promise<Report> {
  return (await prepareSuite(options)).run();
}

/** Finds out what there is to run. Throws as {@link runSuite} does. */
export async function prepareSuite(options: SuiteOptions): Promise<PreparedSuite> {
  const source = resolveSource(options.pack);
  const settings = mergeSettings(settingsOf(source), options);
  const pack = limitKernels(await openPack(source), options.kernels);
  const scope = scopeOf(options);
  requireKernels(pack, options.kernels);
  checkWaivers(settings);
  const tasks = planTasks(pack.kernels, scope);
  if (tasks.length === 0) throw nothingToDo(pack.id, scope);
  const targets = await prepareTargets(source, scope, options);
  const prepared = { source, settings, pack, scope, tasks, targets };
  return { pack, settings, tasks, targets, run: () => run(prepared, options) };
}

/** What is prepared, with what it takes to run it. */
type Prepared = Basis & Pick<PreparedSuite, "tasks" | "targets">;

async function run(prepared: Prepared, options: SuiteOptions): Promise<Report> {
  const start = performance.now();
  const { source, settings, pack, scope, tasks } = prepared;
  const identity = await identify(source, pack);
  const tally = new Tally(settings, pack.kernels, scope.runs);
  await tallyTasks(tasks, tally, { source, ...(options.kernels && { kernels: options.kernels }) }, options);
  const targets: TargetReport[] = [];
  for (const target of prepared.targets) targets.push(await runTarget(target, prepared, options));
  const found = { ...tally.findings(pack.kernels), ...(targets.length > 0 && { targets }) };
  const { verdict, ...findings } = conclude(found, isWhole(scope));
  const only = [...(scope.operators ?? []), ...(scope.cases ?? [])].join(" ");
  return {
    $schema: "https://thimble.dev/schemas/conformance-report-1.json",
    version: REPORT_VERSION,
    verdict,
    pack: { ...identity, ...(options.tarball !== undefined && { tarball: options.tarball }) },
    suite: { version: SUITE_VERSION, corpus: corpusDigest(), checks },
    reference: { id: reference.id, version: reference.version, rounding: roundingOf(pack.kernels) },
    engine: {
      target: "wasm32",
      name: "node",
      version: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      features: engineFeatures(),
    },
    run: {
      seed: scope.seed,
      runs: scope.runs,
      ...(scope.shard && { shard: `${scope.shard.index}/${scope.shard.of}` }),
      ...(only !== "" && { only }),
      seconds: Math.round((performance.now() - start) / 100) / 10,
    },
    summary: tally.summary,
    ...findings,
  };
}

/** How the kernels of a pack round; those that never do go with the default. */
function roundingOf(kernels: readonly Pick<KernelDescription, "rounding">[]): Report["reference"]["rounding"] {
  const singles = kernels.filter(({ rounding }) => rounding === "single").length;
  const doubles = kernels.filter(({ rounding = "double" }) => rounding === "double").length;
  if (singles === 0) return "double";
  return doubles === 0 ? "single" : "double and single";
}

const scopeOf = ({
  operators,
  cases,
  seed = DEFAULT_SEED,
  runs = DEFAULT_RUNS,
  shard,
  models = [],
}: SuiteOptions): Scope => ({
  ...(operators && { operators }),
  ...(cases && { cases }),
  ...(shard && { shard }),
  seed,
  runs,
  models,
});

function mergeSettings(own: PackSettings, given: PackSettings): Required<PackSettings> {
  const settings = {
    waivers: given.waivers ?? own.waivers ?? [],
    preconditions: given.preconditions ?? own.preconditions ?? [],
  };
  checkSettings(settings);
  return settings;
}

function requireKernels(
  { id, kernels }: { readonly id: string; readonly kernels: readonly KernelDescription[] },
  wanted: readonly string[] | undefined,
): void {
  if (kernels.length > 0) return;
  const what = wanted ? `has no kernel named ${wanted.join(", ")}` : "has no kernels";
  throw new ThimbleError("PACK_INVALID", `${id} ${what}: there is nothing to prove`);
}

function nothingToDo(id: string, { operators, cases }: Scope): ThimbleError {
  const asked = [...(operators ?? []), ...(cases ?? [])].join(", ");
  return new ThimbleError(
    "OPTION_INVALID",
    asked === ""
      ? `the suite has no case for any operator of ${id}: it says nothing of the pack`
      : `${id} has no kernel for what was asked for (${asked}): there is nothing to run`,
  );
}

/** Throws for a waiver of a case that there is not. */
function checkWaivers({ waivers = [] }: PackSettings): void {
  if (waivers.length === 0) return;
  const ids = new Set([...caseIds({})].flatMap(([, own]) => own));
  const stray = waivers.find((waiver) => !ids.has(waiver.case));
  if (stray)
    throw new ThimbleError("OPTION_INVALID", `a waiver is for "${stray.case}", which is no case; remove or correct it`);
}
