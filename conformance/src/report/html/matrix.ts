import type { CheckName } from "../../checks/checks.ts";
import { byOperator, type OperatorReport } from "../group.ts";
import { type Markup, markup } from "../markup.ts";
import { formatCount } from "../numbers.ts";
import type { KernelReport, Report } from "../report.ts";
import { kernelAnchor } from "./anchors.ts";
import { kernelData } from "./kernel-data.ts";

/** A sign and a colour; the counts are said to those who point at it, or ask. */
function cell(kernel: KernelReport, check: CheckName): Markup {
  const count = kernel.checks[check];
  if (!count) return markup`<td class="s">·`;
  if (count.failed === 0) return markup`<td class="p" title="${count.passed}">✓`;
  const link = markup`<a href="#${kernelAnchor(kernel.kernel)}">✗ ${formatCount(count.failed)}</a>`;
  return markup`<td class="f" title="${count.failed} of ${count.passed + count.failed} failed">${link}`;
}

function row(kernel: KernelReport, report: Report): Markup {
  const checks = Object.keys(report.suite.checks) as CheckName[];
  const { passed, failed, waived } = kernel.cases;
  const cases = formatCount(passed + failed + waived);
  return markup`<tr ${kernelData(kernel, report)}><th scope="row">${kernel.kernel}<td class="t m">${kernel.types}${checks.map((check) => cell(kernel, check))}<td class="n">${cases}${waived > 0 && markup` <span class="w">(${waived} waived)</span>`}<td class="n">${formatCount(kernel.randomModels)}
`;
}

const group = ({ kernels }: OperatorReport, report: Report): Markup | false =>
  kernels.length > 0 && markup`<tbody>${kernels.map((kernel) => row(kernel, report))}</tbody>`;

/** Kernels by operator and types, against checks. */
export function matrix(report: Report): Markup {
  const { checks } = report.suite;
  const heads = Object.entries(checks).map(
    ([name, says]) => markup`<th scope="col" class="c" title="${says}"><span>${name}</span>`,
  );
  return markup`<section><h2 id="kernels">Kernels and checks</h2>
<p><span class="p">✓</span> passed in every case, <span class="no">✗ n</span> failed in n cases, <span class="s">·</span> nothing to look at. Point at a sign for its counts, at a <a href="#says">check</a> for what it says.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="kernels"><table class="x" id="checks"><thead><tr><th scope="col">kernel<th scope="col" class="t">types${heads}<th scope="col" class="n">cases<th scope="col" class="n">random models</thead>
${byOperator(report).map((operator) => group(operator, report))}</table></div></section>`;
}

/** The checks in words. */
export const checkList = ({ suite }: Report): Markup => markup`<section><h2 id="says">What the checks say</h2>
<p>A kernel …</p><dl>${Object.entries(suite.checks).map(([name, says]) => markup`<dt>${name}</dt><dd>${says}</dd>`)}</dl></section>`;
