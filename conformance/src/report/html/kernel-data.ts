import { Markup, markup } from "../markup.ts";
import type { KernelReport, Report } from "../report.ts";

const BAD = new Markup(" data-bad");

/** The attributes by which the page finds what is about a kernel. */
export function kernelData({ kernel, operator, types, cases, problems }: KernelReport, { failures }: Report): Markup {
  const isBad = cases.failed > 0 || problems.length > 0 || failures.some(({ kernels }) => kernels.includes(kernel));
  return markup`data-k="${kernel} ${operator} ${types}"${isBad && BAD}`;
}
