import { type Verification, verifyReport } from "@thimble/conformance/suite";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { formatNumberOf } from "../format.ts";
import { colorsFor, type Io, writeJson } from "../io.ts";
import { integerArgument } from "../number-argument.ts";
import { UsageError } from "../usage-error.ts";
import type { ConformArguments } from "./conform-arguments.ts";
import { startConformProgress } from "./conform-progress.ts";
import { findPack } from "./find-pack.ts";
import { readReport } from "./report-files.ts";

/** Holds a report against its pack. */
export async function verifyFile(
  [path, pack, ...rest]: readonly string[],
  args: Pick<ConformArguments, "sample" | "seed" | "threads" | "json">,
  io: Io,
): Promise<ExitCode> {
  if (path === undefined || rest.length > 0)
    throw new UsageError("conform verify takes a report and, to run cases again, its pack");
  const [sample, seed, threads] = [
    integerArgument("--sample", args.sample, 1),
    integerArgument("--seed", args.seed, 0),
    integerArgument("--threads", args.threads, 1),
  ];
  const report = await readReport(path);
  const progress = startConformProgress(io.stderr);
  try {
    const verification = await verifyReport(report, pack === undefined ? undefined : findPack(pack), {
      ...(sample !== undefined && { sample }),
      ...(seed !== undefined && { seed }),
      ...(threads !== undefined && { threads }),
      onProgress: progress.show,
    });
    progress.stop();
    if (args.json) writeJson(io, { command: "conform verify", report: path, ...verification });
    else io.stdout.write(formatVerification(path, verification, io));
    return verification.problems.length === 0 ? exitCodes.ok : exitCodes.mismatch;
  } finally {
    progress.stop();
  }
}

function formatVerification(path: string, { problems, rerun, seed }: Verification, { stdout }: Io): string {
  const { green, red, dim } = colorsFor(stdout);
  const again =
    rerun > 0
      ? `ran ${formatNumberOf(rerun, "case")} again, chosen by the seed ${seed}`
      : "ran nothing: no pack is given";
  const verdict = problems.length === 0 ? green(`✓ ${path} holds`) : red(`✗ ${path} does not hold`);
  return `${[...problems.map((problem) => `${red("✗")} ${problem}`), verdict, dim(again)].join("\n")}\n`;
}
