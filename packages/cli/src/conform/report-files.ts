import { mkdirSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  formatBadge,
  formatHtml,
  formatJunit,
  parseReport,
  type Report,
  stringifyReport,
} from "@thimble/conformance/suite";
import { fileError } from "../file-error.ts";
import { readBytes } from "../read-bytes.ts";
import { UsageError } from "../usage-error.ts";
import { writeText } from "../write-bytes.ts";

const REPORT = "report.json";

/** The files of a report, and what makes them. */
const FILES: Readonly<Record<string, (report: Report) => string>> = {
  "report.html": formatHtml,
  "junit.xml": formatJunit,
  "badge.svg": formatBadge,
  [REPORT]: stringifyReport,
};

/** Writes a report's files into a folder, each whole or not at all. */
export function writeReport(folder: string, report: Report): void {
  const texts = Object.entries(FILES).map(([name, format]) => [name, format(report)] as const);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fileError("cannot write", folder, error);
  }
  for (const [name, text] of texts) writeText(join(folder, name), text);
}

/** Reads a report. */
export async function readReport(path: string): Promise<Report> {
  return parseReport(new TextDecoder().decode(await readBytes(path, "OPTION_INVALID")), path);
}

/** The reports that a command line names: files as they are, of a folder each `report.json` in it, at any depth. */
export async function findReports(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map(findIn));
  return found.flat();
}

async function findIn(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path, { recursive: true });
    const reports = names.filter((name) => /(^|[\\/])report\.json$/.test(name)).sort();
    if (reports.length === 0) throw new UsageError(`there is no ${REPORT} in ${path}`);
    return reports.map((name) => join(path, name));
  } catch (error) {
    throw fileError("cannot read", path, error);
  }
}
