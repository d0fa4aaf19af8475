import type { CheckResult } from "../../checks/examination.ts";
import { Markup, markup } from "../markup.ts";
import { formatNumberOf } from "../numbers.ts";
import type { FailureReport, Report } from "../report.ts";
import { kernelAnchor } from "./anchors.ts";
import { drawDifference } from "./picture.ts";

/** Failures that are shown in full: a page that is wrong in all of it must still open. */
const MOST_FAILURES = 300;

/** Failures of a kernel that are not folded. */
const MOST_OPEN = 5;

/** A failing random model's line is a copy of its model: as long as the model is large. */
const LONGEST_LINE = 3000;

const NOTHING = new Markup("");

function line({ line }: FailureReport): Markup {
  if (line === undefined) return NOTHING;
  if (line.length > LONGEST_LINE) return markup`<p>The smallest model that fails is in report.json.</p>`;
  return markup`<p>The smallest model that fails, as a line for a case file:</p><pre>${line}</pre>`;
}

const message = ({ check, message = "failed" }: CheckResult): Markup =>
  markup`<p class="msg"><span class="no">✗ ${check}</span> ${message}</p>`;

/** Several checks that see the same difference have one picture. */
function pictures(checks: readonly CheckResult[]): readonly Markup[] {
  const drawn = checks.flatMap(({ difference }) => (difference && drawDifference(difference)) ?? []);
  return [...new Map(drawn.map((picture) => [picture.text, picture])).values()];
}

function failure(each: FailureReport, { pack }: Report, isOpen: boolean): Markup {
  const { id, checks, replay } = each;
  return markup`<details${isOpen && new Markup(" open")}><summary><code>${id}</code> <span class="s">${checks.map(({ check }) => check).join(", ")}</span></summary><div>
${checks.map(message)}
${pictures(checks)}
<div class="cmd"><code>thimble conform ${pack.id} ${replay}</code><button type="button" data-copy>copy</button></div>
${line(each)}</div></details>`;
}

/** The same kernel's other failures, folded: they tend to be of one kind. */
const more = (rest: readonly FailureReport[], report: Report): Markup | false =>
  rest.length > 0 &&
  markup`<details><summary>${formatNumberOf(rest.length, "more failure")}</summary><div>${rest.map((each) => failure(each, report, false))}</div></details>`;

/** Failures by kernel; those of no kernel ended before it was known which one ran. */
function groups(failures: readonly FailureReport[]): ReadonlyMap<string, readonly FailureReport[]> {
  const found = new Map<string, FailureReport[]>();
  for (const each of failures) {
    const [kernel = `${each.operator}, before it was known which kernel ran`] = each.kernels;
    found.set(kernel, [...(found.get(kernel) ?? []), each]);
  }
  return found;
}

/** What failed, case by case. */
export function failures(report: Report): Markup | false {
  const shown = report.failures.slice(0, MOST_FAILURES);
  if (report.failures.length === 0 && report.problems.length === 0) return false;
  const rest = report.failures.length - shown.length;
  const sections = [...groups(shown)].map(([kernel, own], at) => {
    const words = `${kernel} ${own[0]!.operator} ${report.kernels.find((known) => known.kernel === kernel)?.types ?? ""}`;
    return markup`<section id="${kernelAnchor(kernel)}" data-k="${words}" data-bad><h3>${kernel} <span class="s">${formatNumberOf(own.length, "failure")}</span></h3>
${own.slice(0, MOST_OPEN).map((each, i) => failure(each, report, at === 0 && i === 0))}${more(own.slice(MOST_OPEN), report)}</section>`;
  });
  return markup`<section><h2 id="failures">Failures</h2>
${report.problems.length > 0 && markup`<ul class="plain">${report.problems.map((problem) => markup`<li><span class="no">✗</span> ${problem}</li>`)}</ul>`}
${sections}
${rest > 0 && markup`<p>${formatNumberOf(rest, "more failure")}: in report.json.</p>`}</section>`;
}
