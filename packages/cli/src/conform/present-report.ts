import { formatSummary, type Report, stringifyReport } from "@thimble/conformance/suite";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { colorsFor, type Io } from "../io.ts";
import { writeReport } from "./report-files.ts";

/** What is done with a report. */
export interface Presentation {
  /** A folder to write it into. */
  readonly report: string | undefined;
  readonly json: boolean;
  readonly operators?: boolean;
}

/** Writes and prints a report, and says what it comes to. */
export function presentReport(
  report: Report,
  { report: folder, json, operators = false }: Presentation,
  { stdout }: Io,
): ExitCode {
  if (folder !== undefined) writeReport(folder, report);
  stdout.write(json ? stringifyReport(report) : formatSummary(report, { operators, colors: colorsFor(stdout) }));
  return report.verdict === "passed" ? exitCodes.ok : exitCodes.mismatch;
}
