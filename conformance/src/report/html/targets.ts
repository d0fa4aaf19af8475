import { type Markup, markup } from "../markup.ts";
import { formatCount } from "../numbers.ts";
import type { FailureReport, Report, TargetReport, TestedTarget } from "../report.ts";

const failureList = (failures: readonly FailureReport[]): Markup | false =>
  failures.length > 0 &&
  markup`<ul>${failures.map(({ id, checks }) => markup`<li><code>${id}</code>: ${checks.map(({ check, message }) => `${check}: ${message ?? "failed"}`).join("; ")}`)}</ul>`;

function found({ verdict, summary, failures, problems, device }: TestedTarget): Markup {
  const mark = verdict === "passed" ? markup`<td class="p">✓ conforms` : markup`<td class="no">✗ does not conform`;
  return markup`${mark}${problems.join("; ")}${failureList(failures)}<td class="n">${formatCount(summary.passed)}<td class="n">${formatCount(failures.length)}<td class="n">${formatCount(device.textBytes)}<td>${device.core}: ${device.compiler}, ${device.emulator}`;
}

const row = (report: TargetReport): Markup =>
  markup`<tr><th scope="row">${report.target}${report.verdict === "skipped" ? markup`<td class="w">skipped<td><td><td><td>${report.reason}` : found(report)}`;

/** Each core on which the suite ran as well, or why it did not. */
export const targets = ({ targets = [] }: Report): Markup | false =>
  targets.length > 0 &&
  markup`<section><h2 id="targets">Emulated cores</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="targets"><table><thead><tr><th scope="col">target<th scope="col">verdict<th scope="col" class="n">cases passed<th scope="col" class="n">failed<th scope="col" class="n">bytes of text<th scope="col">what ran</thead><tbody>${targets.map(row)}</tbody></table></div></section>`;
