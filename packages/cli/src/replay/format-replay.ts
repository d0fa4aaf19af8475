import { formatDifference } from "@thimble/conformance";
import { formatCount, formatNumberOf } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { formatTable } from "../table.ts";
import { wrapText } from "../wrap-text.ts";
import type { ReplayFailure, ReplayReport } from "./replay-report.ts";

/** A replay as text: a line for each operator, then each failing case. */
export function formatReplay(report: ReplayReport, output: Output): string {
  const colors = colorsFor(output);
  const failures = report.failures.map((failure) => formatFailure(failure, colors));
  return `${[formatOperators(report, colors), ...failures, formatTotal(report, colors)].join("\n\n")}\n`;
}

function formatOperators({ operators }: ReplayReport, { dim }: Colors): string {
  const columns = [
    { title: "operator" },
    { title: "cases", align: "right" },
    { title: "passed", align: "right" },
    { title: "failed", align: "right" },
  ] as const;
  const rows = operators.map(({ op, passed, total }) => [op, ...[total, passed, total - passed].map(formatCount)]);
  return formatTable(columns, rows, dim);
}

function formatFailure(failure: ReplayFailure, { red, bold, dim }: Colors): string {
  const reason =
    failure.status === "differs" ? formatDifference(failure.difference) : `${failure.code}: ${failure.message}`;
  return `${red("✗")} ${bold(failure.name)}  ${dim(`${failure.op} ${failure.types}`)}\n${wrapText(reason, "  ")}`;
}

function formatTotal({ passed, total, packs }: ReplayReport, { green, red }: Colors): string {
  const text = `${formatCount(passed)} of ${formatNumberOf(total, "case")} passed with ${packs.join(", ")}`;
  return passed === total ? green(text) : red(text);
}
