import { mergeReports } from "@thimble/conformance/suite";
import type { ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { type Presentation, presentReport } from "./present-report.ts";
import { findReports, readReport } from "./report-files.ts";

/** Makes one report of those of all shards. */
export async function mergeShards(paths: readonly string[], presentation: Presentation, io: Io): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError("conform merge takes the reports of all shards, or folders with them");
  const reports = [];
  for (const path of await findReports(paths)) reports.push(await readReport(path));
  return presentReport(mergeReports(reports), presentation, io);
}
