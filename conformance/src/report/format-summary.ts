import { byOperator, type OperatorReport } from "./group.ts";
import { formatCount, formatNumberOf } from "./numbers.ts";
import type { FailureReport, Report, TargetReport } from "./report.ts";

/** How a summary is written. */
export interface SummaryOptions {
  /** Whether there is a line for each operator. Default is false. */
  readonly operators?: boolean;
  /** The most failures that are told of. Default is 10. */
  readonly failures?: number;
  /** Marks what is good, bad and beside the point. Default is not to. */
  readonly colors?: Readonly<Record<"green" | "red" | "bold" | "dim", (text: string) => string>>;
}

type Colors = NonNullable<SummaryOptions["colors"]>;

const same = (text: string): string => text;
const COLORLESS: Colors = { green: same, red: same, bold: same, dim: same };

const MOST_FAILURES = 10;
const MOST_PROBLEMS = 10;

function head({ pack, verdict, summary, kernels, waivers, run, models }: Report, colors: Colors): string {
  const mark = verdict === "passed" ? colors.green("✓ passed") : colors.red("✗ failed");
  const used = waivers.filter(({ outcome }) => outcome === "failed").length;
  const counts = [
    `${formatNumberOf(summary.cases, "case")} on ${formatNumberOf(kernels.length, "kernel")}: ${formatCount(summary.passed)} passed, ${formatCount(summary.failed)} failed`,
    ...(used > 0 ? [`${formatCount(summary.waived)} waived`] : []),
    `${formatCount(summary.declined)} declined as declared, ${formatCount(summary.unclaimed)} of types that the pack does not claim`,
  ];
  const others = [
    formatNumberOf(summary.randomModels, "random model"),
    ...(models.length > 0 ? [formatNumberOf(models.length, "whole model")] : []),
    `seed ${run.seed}`,
    ...(run.shard === undefined ? [] : [`shard ${run.shard}`]),
    `${run.seconds} s`,
  ];
  const emulated = pack.emulates ? `\nemulated intrinsics: ${pack.emulates.join(", ")}` : "";
  return `${mark}  ${colors.bold(`${pack.id}@${pack.version}`)}\n${counts.join(", ")}\n${others.join(", ")}${emulated}`;
}

const operatorRow = ({ operator, kernels, failures }: OperatorReport): readonly string[] => {
  const sum = (of: "passed" | "failed" | "waived"): number =>
    kernels.reduce((total, { cases }) => total + cases[of], 0);
  const randomModels = kernels.reduce((total, kernel) => total + kernel.randomModels, 0);
  return [operator, ...[kernels.length, sum("passed"), failures.length, sum("waived"), randomModels].map(formatCount)];
};

function operatorTable(report: Report, { dim }: Colors): string {
  const rows = [
    ["operator", "kernels", "passed", "failed", "waived", "random models"],
    ...byOperator(report).map(operatorRow),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "),
  );
  return [dim(lines[0]!), ...lines.slice(1)].join("\n");
}

function formatFailure({ id, kernels, checks }: FailureReport, { red, bold, dim }: Colors): string {
  const lines = checks.map(({ check, message = "failed" }) => `  ${check}: ${message}`);
  return [`${red("✗")} ${bold(id)}  ${dim(kernels.join(", "))}`.trimEnd(), ...lines].join("\n");
}

/** The first failure of each kernel and checks, then the others: the same mistake ten times says no more than once. */
function mostTelling(failures: readonly FailureReport[]): readonly FailureReport[] {
  const seen = new Set<string>();
  const isFirst = ({ kernels, checks }: FailureReport): boolean => {
    const key = `${kernels} ${checks.map(({ check }) => check)}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const first = failures.filter(isFirst);
  return [...first, ...failures.filter((failure) => !first.includes(failure))];
}

/** What came of a target: its failures and a line. */
function formatTarget(report: TargetReport, most: number, colors: Colors): string {
  const { target } = report;
  if (report.verdict === "skipped") return `${colors.dim(`– skipped  ${target}`)}  ${report.reason}`;
  const { verdict, summary, failures, device, problems } = report;
  const mark = verdict === "passed" ? colors.green("✓ passed") : colors.red("✗ failed");
  const counts = `${formatNumberOf(summary.passed, "case")} passed, ${formatCount(failures.length)} failed, ${formatNumberOf(summary.randomModels, "random model")}`;
  const lines = [
    `${mark}  ${colors.bold(target)}  ${counts}`,
    `  ${device.core}: ${device.compiler}, ${device.emulator}, ${formatCount(device.textBytes)} bytes of text`,
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${colors.red("✗")} ${problem}`),
  ];
  const told = mostTelling(failures)
    .slice(0, most)
    .map((failure) => formatFailure(failure, colors));
  return [...told, lines.join("\n")].join("\n\n");
}

function advice({ verdict, failures, pack, targets = [] }: Report): readonly string[] {
  if (verdict === "passed") return [];
  const [first] = [failures, ...targets.map((target) => ("failures" in target ? target.failures : []))].flat();
  return [
    ...(first ? [`see one again:  thimble conform ${pack.id} ${first.replay}`] : []),
    "where elements differ, and all else:  --report DIR writes report.html",
  ];
}

/** A report for a terminal. */
export function formatSummary(report: Report, options: SummaryOptions = {}): string {
  const { operators = false, failures: most = MOST_FAILURES, colors = COLORLESS } = options;
  const { failures, problems } = report;
  const models = report.models
    .filter(({ status }) => status !== "same")
    .map(
      ({ model, message, location, kernel }) =>
        `${colors.red("✗")} ${model}\n  ${message ?? `${kernel} differs at ${location}`}`,
    );
  const more = (count: number, noun: string): string[] =>
    count > 0 ? [colors.dim(`… ${formatNumberOf(count, `more ${noun}`)}`)] : [];
  const sections = [
    operators ? operatorTable(report, colors) : "",
    ...mostTelling(failures)
      .slice(0, most)
      .map((failure) => formatFailure(failure, colors)),
    ...more(failures.length - most, "failure"),
    ...models,
    [
      ...problems.slice(0, MOST_PROBLEMS).map((problem) => `${colors.red("✗")} ${problem}`),
      ...more(problems.length - MOST_PROBLEMS, "problem"),
    ].join("\n"),
    ...(report.targets ?? []).map((target) => formatTarget(target, most, colors)),
    head(report, colors),
    advice(report).map(colors.dim).join("\n"),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}
