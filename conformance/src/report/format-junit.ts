import type { CheckName } from "../checks/checks.ts";
import { byOperator } from "./group.ts";
import { type Markup, markup } from "./markup.ts";
import { formatNumberOf } from "./numbers.ts";
import type { FailureReport, KernelReport, ModelReport, Report, TargetReport, WaiverReport } from "./report.ts";

/** A test case; without a failure and a reason to be skipped it passed. */
interface TestCase {
  readonly name: string;
  readonly failure?: { readonly message: string; readonly details: string };
  readonly skipped?: string;
}

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

const failed = (message: string, details = message) => ({ failure: { message, details } });

/** A kernel and a check: the cases of that kernel that the check fails, with what it says of each. */
function checkCase(kernel: KernelReport, check: CheckName, failures: readonly FailureReport[]): TestCase {
  const name = `${kernel.kernel} ${check}`;
  const count = kernel.checks[check]?.failed ?? 0;
  const lines = failures
    .filter(({ kernels }) => kernels.includes(kernel.kernel))
    .flatMap(({ id, checks, replay }) =>
      checks.filter((result) => result.check === check).map(({ message = "" }) => `${id}: ${message} (${replay})`),
    );
  if (count === 0 && lines.length === 0) return { name };
  return { name, ...failed(`${formatNumberOf(Math.max(count, lines.length), "case")} failed`, lines.join("\n")) };
}

function kernelCases(
  kernel: KernelReport,
  checks: readonly CheckName[],
  failures: readonly FailureReport[],
): TestCase[] {
  const isSeen = (check: CheckName): boolean =>
    kernel.checks[check] !== undefined ||
    failures.some(
      ({ kernels, checks }) => kernels.includes(kernel.kernel) && checks.some((result) => result.check === check),
    );
  const whole: TestCase[] =
    kernel.problems.length > 0 ? [{ name: `${kernel.kernel} as a whole`, ...failed(kernel.problems.join("; ")) }] : [];
  return [...checks.filter(isSeen).map((check) => checkCase(kernel, check, failures)), ...whole];
}

/** What ended before it was known which kernel ran. */
const accidentCase = ({ id, checks }: FailureReport): TestCase => ({
  name: id,
  ...failed(checks.map(({ message }) => message).join("; ")),
});

function waiverCase({ case: name, reason, issue, outcome }: WaiverReport): TestCase {
  if (outcome === "unneeded") return { name, ...failed("the waiver is not needed: the case passes") };
  return { name, skipped: outcome === "failed" ? `waived: ${reason} (${issue})` : "the run left it out" };
}

function modelCase({ model, status, message, location, kernel }: ModelReport): TestCase {
  if (status === "same") return { name: model };
  return { name: model, ...failed(message ?? `${kernel} differs at ${location}`) };
}

/** A target that is skipped, or its failures and problems. */
function targetCases(report: TargetReport): readonly TestCase[] {
  const name = `${report.target} as a whole`;
  if (report.verdict === "skipped") return [{ name, skipped: report.reason }];
  const problems = report.problems.join("; ");
  return [...report.failures.map(accidentCase), { name, ...(problems !== "" && failed(problems)) }];
}

function suitesOf(report: Report): readonly TestSuite[] {
  const checks = Object.keys(report.suite.checks) as CheckName[];
  const operators = byOperator(report).map(({ operator, kernels, failures }) => ({
    name: operator,
    cases: [
      ...kernels.flatMap((kernel) => kernelCases(kernel, checks, failures)),
      ...failures.filter(({ kernels }) => kernels.length === 0).map(accidentCase),
    ],
  }));
  const others = [
    { name: "waivers", cases: report.waivers.map(waiverCase) },
    { name: "models", cases: report.models.map(modelCase) },
    ...(report.targets ?? []).map((target) => ({ name: target.target, cases: targetCases(target) })),
  ];
  return [...operators, ...others].filter(({ cases }) => cases.length > 0);
}

const countOf = (cases: readonly TestCase[], key: "failure" | "skipped"): number =>
  cases.filter((testCase) => testCase[key] !== undefined).length;

const attributes = (cases: readonly TestCase[]): Markup =>
  markup`tests="${cases.length}" failures="${countOf(cases, "failure")}" errors="0" skipped="${countOf(cases, "skipped")}"`;

function formatCase(suite: string, { name, failure, skipped }: TestCase): Markup {
  const inside = failure
    ? markup`<failure message="${failure.message}">${failure.details}</failure>`
    : skipped !== undefined && markup`<skipped message="${skipped}"/>`;
  const open = markup`<testcase classname="${suite}" name="${name}"`;
  return inside ? markup`    ${open}>${inside}</testcase>\n` : markup`    ${open}/>\n`;
}

const formatSuite = ({ name, cases }: TestSuite): Markup =>
  markup`  <testsuite name="${name}" ${attributes(cases)}>\n${cases.map((each) => formatCase(name, each))}  </testsuite>\n`;

/** A report for what reads JUnit's XML: a suite an operator, a test a kernel and check. */
export function formatJunit(report: Report): string {
  const { pack, run } = report;
  const suites = suitesOf(report);
  const all = suites.flatMap(({ cases }) => cases);
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${pack.id} ${pack.version}" ${attributes(all)} time="${run.seconds}">
${suites.map(formatSuite)}</testsuites>
`.text;
}
