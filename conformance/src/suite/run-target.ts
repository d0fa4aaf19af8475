import { ThimbleError } from "@thimble/core";
import { conclude } from "../report/conclude.ts";
import type { SkippedTarget, TargetReport } from "../report/report.ts";
import {
  type DeviceSettings,
  directoryOf,
  findDeviceModule,
  loadDeviceModule,
  type TargetInspection,
} from "./device-module.ts";
import { limitKernels } from "./limit-kernels.ts";
import type { ResolvedSource } from "./pack-source.ts";
import { isWhole, planTasks, type Scope } from "./plan.ts";
import type { Basis, SuiteOptions } from "./suite-options.ts";
import { Tally } from "./tally.ts";
import { tallyTasks } from "./tally-tasks.ts";

type UsableTarget = Extract<TargetInspection, { readonly skipped?: never }> & { readonly settings: DeviceSettings };

/** A target that a run is to be made on, or why not. */
export type PreparedTarget = SkippedTarget | (UsableTarget & { readonly verdict?: never; readonly target: string });

/** Builds a pack for targets. A target for which a tool is missing is skipped. */
export async function prepareTargets(
  source: ResolvedSource,
  { shard }: Scope,
  { targets = [], devices }: SuiteOptions,
): Promise<readonly PreparedTarget[]> {
  if (targets.length === 0) return [];
  if (shard) throw new ThimbleError("OPTION_INVALID", "a shard has no targets; run the suite whole where targets are");
  const directory = directoryOf(source);
  const module = devices ?? findDeviceModule(directory);
  const { inspectTarget } = await loadDeviceModule(module);
  const prepared: PreparedTarget[] = [];
  for (const target of targets) {
    const inspection = await inspectTarget(directory, target);
    if (inspection.skipped !== undefined) prepared.push({ target, verdict: "skipped", reason: inspection.skipped });
    else prepared.push({ ...inspection, target, settings: { module, directory, target, counts: inspection.counts } });
  }
  return prepared;
}

/** Runs the suite where kernels compute on a target. */
export async function runTarget(
  prepared: PreparedTarget,
  { source, settings, scope }: Basis,
  options: SuiteOptions,
): Promise<TargetReport> {
  if (prepared.verdict === "skipped") return prepared;
  const { target, device } = prepared;
  const { kernels } = limitKernels(prepared.pack, options.kernels);
  const tally = new Tally(settings, kernels, scope.runs);
  const { onResult: _, onTaskDone: __, ...watched } = options;
  const worker = { source, ...(options.kernels && { kernels: options.kernels }), device: prepared.settings };
  await tallyTasks(planTasks(kernels, scope), tally, worker, watched);
  const { verdict, failures, targets: ___, ...findings } = conclude(tally.findings(kernels), isWhole(scope));
  const replayed = failures.map((failure) => ({ ...failure, replay: `${failure.replay} --target ${target}` }));
  return { target, verdict, device, summary: tally.summary, ...findings, failures: replayed };
}
