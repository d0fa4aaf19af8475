import { byOperator } from "../group.ts";
import { type Markup, markup } from "../markup.ts";
import { formatCount, formatNumberOf, formatShort } from "../numbers.ts";
import type { KernelReport, PreconditionCount, Report } from "../report.ts";
import { kernelData } from "./kernel-data.ts";

const precondition = ({ reason, declined, taken }: PreconditionCount): Markup =>
  markup`<div>“${reason}”: ${formatCount(taken)} taken, <span class="${declined > 0 ? "s" : "no"}">${declined > 0 ? "" : "✗ "}${formatCount(declined)} declined</span></div>`;

function contract({ rounding, exactness, inPlace }: KernelReport): string {
  const place = inPlace.length > 0 ? `, in place on input ${inPlace.join(", ")}` : "";
  return `${exactness === "exact" ? "exact" : "within tolerance"}${rounding === "none" ? "" : `, ${rounding} rounding`}${place}`;
}

function row(kernel: KernelReport, report: Report): Markup {
  const { operator, maxVersion, problems, preconditions, largestDifference } = kernel;
  return markup`<tr ${kernelData(kernel, report)}><th scope="row">${kernel.kernel}<td>${operator} 1–${maxVersion}<td class="s">${contract(kernel)}<td class="n">${formatShort(largestDifference)}<td>${preconditions.map(precondition)}${problems.map((problem) => markup`<div class="no">✗ ${problem}</div>`)}
`;
}

/** What of each kernel was seen: versions, what it declares, both sides of what it declines. */
export const coverage = (report: Report): Markup => markup`<section><h2 id="coverage">Coverage</h2>
<p>What each kernel declares, and the largest difference from the reference that was seen. Of a precondition, the cases on both of its sides.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="coverage"><table><thead><tr><th scope="col">kernel<th scope="col">operator, versions<th scope="col">declares<th scope="col" class="n">largest difference<th scope="col">preconditions</thead>
${byOperator(report).map(({ kernels }) => kernels.length > 0 && markup`<tbody>${kernels.map((kernel) => row(kernel, report))}</tbody>`)}</table></div></section>`;

const speedup = ({ speed }: KernelReport): number => (speed ? speed.reference / speed.kernel : 0);

/** Bars are as long as the logarithm says: 2 times and 4 times are as far apart as 50 times and 100 times. */
function bar(factor: number, most: number): Markup {
  const width = (100 * Math.log2(Math.max(factor, 1))) / Math.log2(Math.max(most, 2));
  return markup`<div class="bar${factor < 1 && " slow"}"><i style="width:${Math.round(width)}px"></i>${formatShort(factor)} ×${factor < 1 && " (slower)"}</div>`;
}

function speedRow(kernel: KernelReport, most: number, report: Report): Markup | false {
  const { speed } = kernel;
  return (
    speed !== undefined &&
    markup`<tr ${kernelData(kernel, report)}><th scope="row">${kernel.kernel}<td>${bar(speedup(kernel), most)}<td class="n">${formatShort(speed.kernel)}<td class="n">${formatShort(speed.reference)}<td class="t m">${speed.case}
`
  );
}

/** How fast kernels are on their largest cases, next to the reference. */
export function speeds(report: Report): Markup | false {
  const kernels = report.kernels.filter(({ speed }) => speed).sort((a, b) => speedup(b) - speedup(a));
  if (kernels.length === 0) return false;
  const factors = kernels.map(speedup).sort((a, b) => a - b);
  const [median, most] = [factors[factors.length >> 1]!, factors.at(-1)!];
  return markup`<section><h2 id="speed">Speed against the reference</h2>
<p>Medians of one invoke of the largest case that a kernel ran, ${formatNumberOf(kernels.length, "kernel")}: ${formatShort(median)} times the reference's speed in the median. Cases are small, and the interpreter's own time counts on both sides. Bars grow with the logarithm.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="speed"><table><thead><tr><th scope="col">kernel<th scope="col">times as fast<th scope="col" class="n">µs<th scope="col" class="n">reference, µs<th scope="col" class="t">case</thead>
<tbody>${kernels.map((kernel) => speedRow(kernel, most, report))}</tbody></table></div></section>`;
}
