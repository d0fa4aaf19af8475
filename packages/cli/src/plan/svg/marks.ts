import { type Markup, markup } from "@thimble/conformance/markup";
import { formatBytes, formatCount } from "../../format.ts";
import type { PlanReport } from "../plan-report.ts";
import { type Layout, rounded } from "./layout.ts";

/** Lower lines of text than this would touch. */
const APART = 32;

/** The steps at which the most bytes are in use: a band behind the boxes. */
export const peakBands = ({ peak }: PlanReport, { x, top, bottom }: Layout): Markup[] =>
  peak.steps.map(
    ([from, to]) =>
      markup`<rect class="peak" x="${x(from)}" y="${top}" width="${rounded(x(to + 1) - x(from))}" height="${bottom - top}"/>\n`,
  );

/** Where the peak begins and ends: lines over the boxes. */
export const peakEdges = ({ peak }: PlanReport, { x, top, bottom }: Layout): Markup[] =>
  peak.steps.flat().map((step, i) => {
    const at = x(step + (i % 2));
    return markup`<line class="edge" x1="${at}" x2="${at}" y1="${top}" y2="${bottom + 28}"/>\n`;
  });

/** A bracket below the peak, and how many bytes it is. */
export function peakLabel({ peak }: PlanReport, { x, left, right, bottom }: Layout): Markup | undefined {
  const [widest] = [...peak.steps].sort(([a, b], [c, d]) => d - c - (b - a));
  if (!widest) return undefined;
  const text = `peak: ${formatBytes(peak.bytes)} in use`;
  const middle = (x(widest[0]) + x(widest[1] + 1)) / 2;
  const half = text.length * 3.6;
  const at = rounded(Math.min(Math.max(middle, left + half), right - half));
  const brackets = peak.steps.map(
    ([from, to]) =>
      markup`<line class="bracket" x1="${x(from)}" x2="${x(to + 1)}" y1="${bottom + 28}" y2="${bottom + 28}"/>`,
  );
  return markup`${brackets}<text class="label" x="${at}" y="${bottom + 46}">${text}</text>\n`;
}

/** The lines of the plan's size and of the lower bound, which may be one. */
export function sizeLines({ bytes, lowerBound, planner }: PlanReport, layout: Layout): Markup {
  if (bytes === lowerBound)
    return sizeLine(layout, bytes, "bound", [`${formatCount(bytes)} by ${planner}`, "= lower bound"]);
  const gap = layout.y(lowerBound) - layout.y(bytes);
  return markup`${sizeLine(layout, bytes, "size", [`${formatCount(bytes)} by ${planner}`])}${sizeLine(layout, lowerBound, "bound", ["lower bound", formatCount(lowerBound)], Math.max(APART / 2 - gap, 0))}`;
}

function sizeLine(
  { left, right, y }: Layout,
  address: number,
  kind: "bound" | "size",
  lines: readonly string[],
  lower = 0,
): Markup {
  const at = y(address);
  const spans = lines.map(
    (line, i) => markup`<tspan x="${right + 10}" y="${rounded(at + lower + 4 + 15 * i)}">${line}</tspan>`,
  );
  return markup`<line class="${kind}" x1="${left}" x2="${right + 6}" y1="${at}" y2="${at}"/><text class="label start ${kind}-label">${spans}</text>\n`;
}
