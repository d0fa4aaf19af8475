import { runSuite, type SuiteOptions, sha256 } from "@thimble/conformance/suite";
import { findDevices } from "../device/load-devices.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { integerArgument } from "../number-argument.ts";
import { readBytes } from "../read-bytes.ts";
import { UsageError } from "../usage-error.ts";
import { type ConformArguments, listArgument, shardArgument } from "./conform-arguments.ts";
import { startConformProgress } from "./conform-progress.ts";
import { findPack } from "./find-pack.ts";
import { presentReport } from "./present-report.ts";
import { readReport } from "./report-files.ts";

type Scope = Pick<SuiteOptions, "operators" | "cases" | "seed" | "runs">;

/** Runs the suite with a pack. */
export async function runConform(pack: string, args: ConformArguments, io: Io): Promise<ExitCode> {
  const scope = await scopeOf(args);
  if (scope.cases?.length === 0) {
    io.stdout.write(`nothing failed in ${args["only-failed"]}\n`);
    return exitCodes.ok;
  }
  const targets = listArgument(args.target);
  const [shard, threads] = [shardArgument(args.shard), integerArgument("--threads", args.threads, 1)];
  const tarball = args.tarball === undefined ? undefined : sha256(await readBytes(args.tarball, "OPTION_INVALID"));
  const progress = startConformProgress(io.stderr);
  try {
    const report = await runSuite({
      pack: findPack(pack),
      ...scope,
      models: args.models,
      ...(targets && { targets, devices: findDevices() }),
      ...(shard && { shard }),
      ...(threads !== undefined && { threads }),
      ...(tarball !== undefined && { tarball }),
      onProgress: progress.show,
    });
    progress.stop();
    return presentReport(report, args, io);
  } finally {
    progress.stop();
  }
}

/** What the run is narrowed to; only what failed before, if that is asked for, with the seed and runs of that time. */
async function scopeOf(args: ConformArguments): Promise<Scope> {
  const [operators, cases] = [listArgument(args.ops), listArgument(args.cases)];
  const [seed, runs] = [integerArgument("--seed", args.seed, 0), integerArgument("--runs", args.runs, 0)];
  const given = { ...(seed !== undefined && { seed }), ...(runs !== undefined && { runs }) };
  const path = args["only-failed"];
  if (path === undefined) return { ...given, ...(operators && { operators }), ...(cases && { cases }) };
  if (operators || cases) throw new UsageError("--only-failed says itself what runs; leave out --ops and --cases");
  const { failures, run } = await readReport(path);
  return { seed: run.seed, runs: run.runs, ...given, cases: [...new Set(failures.map(({ id }) => id))] };
}
