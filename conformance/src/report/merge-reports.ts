import { ThimbleError } from "@thimble/core";
import { conclude } from "./conclude.ts";
import type { CheckCount, KernelReport, Report, WaiverReport } from "./report.ts";

/** What shards of one run have in common, by the names that errors give it. */
const sameness: Readonly<Record<string, (report: Report) => unknown>> = {
  pack: ({ pack }) => pack,
  suite: ({ suite }) => suite,
  reference: ({ reference }) => reference,
  engine: ({ engine }) => engine,
  seed: ({ run }) => run.seed,
  runs: ({ run }) => run.runs,
  "narrowing to cases": ({ run }) => run.only ?? "all",
  "number of shards": ({ run }) => run.shard?.split("/")[1],
  kernels: ({ kernels }) => kernels.map(({ kernel }) => kernel),
  waivers: ({ waivers }) => waivers.map((waiver) => waiver.case),
};

const refuse = (message: string): ThimbleError => new ThimbleError("OPTION_INVALID", message);

const shardOf = ({ run }: Report): readonly [index: number, of: number] => {
  if (run.shard === undefined) throw refuse("a report that is no shard cannot be merged: its run was whole");
  const [index, of] = run.shard.split("/").map(Number);
  return [index!, of!];
};

/** Throws where reports are not all the shards of one run, each once. */
function requireShards(reports: readonly Report[]): void {
  const [first] = reports;
  if (!first) throw refuse("there are no reports to merge");
  const [, of] = shardOf(first);
  for (const report of reports) {
    const [index] = shardOf(report);
    for (const [what, select] of Object.entries(sameness)) {
      const [here, there] = [JSON.stringify(select(first)), JSON.stringify(select(report))];
      if (here !== there)
        throw refuse(
          `shards ${first.run.shard} and ${report.run.shard} are of different runs: the ${what} is ${here}, then ${there}`,
        );
    }
    if (reports.filter(({ run }) => run.shard === report.run.shard).length > 1)
      throw refuse(`there are two reports of shard ${index}/${of}`);
  }
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter(
    (index) => !reports.some((report) => shardOf(report)[0] === index),
  );
  if (missing.length > 0)
    throw refuse(`there is no report of ${missing.map((index) => `shard ${index}/${of}`).join(", ")}`);
}

/** Adds up counts by their names. */
function sum<Counts extends Readonly<Record<string, number>>>(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  return total as Counts;
}

function mergeChecks(all: readonly KernelReport["checks"][], names: readonly string[]): KernelReport["checks"] {
  const byName = all as readonly Readonly<Record<string, CheckCount>>[];
  const entries = names.flatMap((name) => {
    const counts = byName.flatMap((checks) => checks[name] ?? []);
    return counts.length === 0 ? [] : [[name, sum(counts.map((count) => ({ ...count })))]];
  });
  return Object.fromEntries(entries);
}

/** One kernel, as the shards saw it. The slowest case says most about speed. */
function mergeKernel(all: readonly KernelReport[], checkNames: readonly string[]): KernelReport {
  const [first] = all as readonly [KernelReport];
  const [speed] = all.flatMap(({ speed }) => speed ?? []).sort((a, b) => b.reference - a.reference);
  return {
    ...first,
    cases: sum(all.map(({ cases }) => cases)),
    randomModels: all.reduce((total, { randomModels }) => total + randomModels, 0),
    checks: mergeChecks(
      all.map(({ checks }) => checks),
      checkNames,
    ),
    largestDifference: Math.max(...all.map(({ largestDifference }) => largestDifference)),
    preconditions: first.preconditions.map(({ reason }, i) => ({
      reason,
      declined: all.reduce((total, { preconditions }) => total + preconditions[i]!.declined, 0),
      taken: all.reduce((total, { preconditions }) => total + preconditions[i]!.taken, 0),
    })),
    ...(speed && { speed }),
  };
}

const mergeWaiver = (all: readonly WaiverReport[]): WaiverReport =>
  all.find(({ outcome }) => outcome !== "not-run") ?? all[0]!;

/**
 * Makes one report of the shards of a run, in any order.
 *
 * @throws ThimbleError `OPTION_INVALID` for reports of different runs, and for shards that are missing or given twice
 */
export function mergeReports(reports: readonly Report[]): Report {
  requireShards(reports);
  const shards = [...reports].sort((a, b) => shardOf(a)[0] - shardOf(b)[0]);
  const [first] = shards as [Report];
  const { shard: _, seconds: __, ...run } = first.run;
  const checkNames = Object.keys(first.suite.checks);
  const findings = {
    kernels: first.kernels.map((_, i) =>
      mergeKernel(
        shards.map(({ kernels }) => kernels[i]!),
        checkNames,
      ),
    ),
    failures: shards.flatMap(({ failures }) => failures),
    waivers: first.waivers.map((_, i) => mergeWaiver(shards.map(({ waivers }) => waivers[i]!))),
    models: shards.flatMap(({ models }) => models),
  };
  const seconds = Math.round(10 * shards.reduce((total, { run }) => total + run.seconds, 0)) / 10;
  return {
    ...first,
    run: { ...run, seconds },
    summary: sum(shards.map(({ summary }) => summary)),
    ...conclude(findings, run.only === undefined),
  };
}
